package org.xuanpai.progress.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.service.QueueRow;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReviewQueries;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/**
 * Approves many reports without an open point. Each one is an act of its own with a line of its own: what was approved stays
 * approved when another one is refused. Sending the page again changes nothing, for each copy is judged once.
 */
@Controller
@RequestMapping("/progress/reviews")
@Navigation(Section.REVIEWS)
class BulkApprovalController {

    /** Township, month, copy, as {@link QueueRow#pick} writes them. */
    private static final Pattern PICK =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(\\d{4}-\\d{2})/(\\d{1,6})");

    private final ReviewQueries queries;
    private final ReportReviewService reviews;

    BulkApprovalController(ReviewQueries queries, ReportReviewService reviews) {
        this.queries = queries;
        this.reviews = reviews;
    }

    @MayReviewReports
    @PostMapping("/approvals")
    ModelAndView approve(
            @AuthenticationPrincipal CurrentUser user, @RequestParam(defaultValue = "") List<String> picked) {
        List<QueueRow> queue = queries.queue(user);
        List<Line> lines = new ArrayList<>();
        for (String pick : picked) {
            Matcher parts = PICK.matcher(pick);
            if (parts.matches()) {
                lines.add(approve(user, queue, parts));
            }
        }
        return lines.isEmpty()
                ? new ModelAndView("progress/reviews", HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("queue", queries.waiting(user))
                        .addObject("nothingPicked", true)
                : new ModelAndView("progress/approvals").addObject("lines", lines);
    }

    private Line approve(CurrentUser user, List<QueueRow> queue, Matcher parts) {
        UUID township = UUID.fromString(parts.group(1));
        String name = queue.stream()
                .filter(row -> row.townshipId().equals(township))
                .map(QueueRow::township)
                .findFirst()
                .orElse("");
        Period period = Period.parse(parts.group(2)).orElse(null);
        if (period == null) {
            return new Line(name, parts.group(2), "", false, "progress.error.copyOutdated");
        }
        String path = "/progress/" + township + "/" + period;
        try {
            reviews.approveAmongOthers(user, township, period, Integer.parseInt(parts.group(3)));
        } catch (RuleViolation refused) {
            return new Line(name, period.text(), path, false, refused.key());
        }
        return new Line(name, period.text(), path, true, "progress.approvals.approved");
    }

    /**
     * What came of one report.
     *
     * @param path where it is read; empty when it is none
     * @param key message key of what came of it
     */
    public record Line(String township, String month, String path, boolean approved, String key) {}
}
