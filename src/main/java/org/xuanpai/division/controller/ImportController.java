package org.xuanpai.division.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.division.ListRejected;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.UnitView;
import org.xuanpai.division.service.LandImportService;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.JobRunning;
import org.xuanpai.platform.JobView;
import org.xuanpai.platform.JobWork.JobFile;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.DivisionCode;

/** Handing the published list in, and watching how far it is. */
@Controller
@RequestMapping("/divisions/import")
@Navigation(Section.LAND)
class ImportController {

    private static final String PAGE = "division/import";
    private static final String SECONDS = "2";

    private final LandImportService imports;

    ImportController(LandImportService imports) {
        this.imports = imports;
    }

    @GetMapping
    String newForm(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("form", new ImportForm());
        return page(user, model);
    }

    @MayEditLand
    @PostMapping
    String order(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") ImportForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<JobFile> files = new ArrayList<>();
        for (MultipartFile file : form.getFiles()) {
            if (file != null && !file.isEmpty()) {
                files.add(read(file));
            }
        }
        if (files.isEmpty()) {
            result.rejectValue("files", "division.upload.files.missing");
        }
        if (!result.hasErrors()) {
            try {
                UUID job = imports.order(user, files, Objects.requireNonNull(form.getAsOf()));
                redirect.addFlashAttribute("flash", Flash.of("division.upload.ordered"));
                return "redirect:/divisions/import/" + job;
            } catch (ListRejected refused) {
                result.rejectValue(
                        refused.key().endsWith("asOf") ? "asOf" : "files",
                        refused.key(),
                        refused.arguments().toArray(),
                        null);
            } catch (JobRunning running) {
                result.reject(running.key());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(user, model);
    }

    private String page(CurrentUser user, Model model) {
        UnitView county = imports.county(user);
        model.addAttribute("county", county);
        model.addAttribute("invented", new DivisionCode(county.code()).isInvented());
        model.addAttribute("jobs", imports.latest(user));
        return PAGE;
    }

    /** Asks again by itself while the job is at work, without script. */
    @GetMapping("/{job}")
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID job,
            Model model,
            HttpServletResponse response) {
        JobView view = imports.job(user, job);
        if (view.isOpen()) {
            response.setHeader("Refresh", SECONDS);
        }
        model.addAttribute("job", view);
        return "division/import-job";
    }

    private static JobFile read(MultipartFile file) {
        try {
            String name = String.valueOf(file.getOriginalFilename());
            String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                    .replaceAll("\\p{C}", "?");
            return new JobFile(plain.length() > 100 ? plain.substring(0, 100) : plain, file.getBytes());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
