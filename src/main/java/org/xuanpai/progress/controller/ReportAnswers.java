package org.xuanpai.progress.controller;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.xuanpai.progress.DaysBeyondPeriod;
import org.xuanpai.progress.FieldNotOpen;
import org.xuanpai.progress.OwnPartConfirmed;
import org.xuanpai.progress.OwnPartEmpty;
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.StepNotPossible;
import org.xuanpai.progress.TokenUsedOtherwise;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.progress.service.ReportQueries;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;
import org.xuanpai.shared.StaleVersion;

/** Answers a sent form: done, the same page with what is wrong at its field, or both texts side by side. Nothing typed is lost. */
@Component
class ReportAnswers {

    static final String PAGE = "progress/report";

    private final ReportQueries queries;
    private final Conflicts conflicts;

    ReportAnswers(ReportQueries queries, Conflicts conflicts) {
        this.queries = queries;
        this.conflicts = conflicts;
    }

    /** Runs the use case, unless something is wrong with the form already. */
    ModelAndView answer(Sent sent, Runnable useCase) {
        BindingResult errors = sent.errors();
        if (sent.form().seenVersion().isEmpty() || sent.form().sendToken().isEmpty()) {
            errors.reject("progress.error.pageBroken");
        }
        if (errors.hasErrors()) {
            return again(sent, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            useCase.run();
        } catch (StaleVersion | StepNotPossible overtaken) {
            return conflict(sent);
        } catch (TokenUsedOtherwise used) {
            sent.form().renewToken();
            errors.reject(used.key());
            return again(sent, HttpStatus.CONFLICT);
        } catch (ReportIncomplete incomplete) {
            ReportInput.notReady(sent.page(), incomplete, errors);
            ReportPage judged = sent.page().judged(incomplete.findings());
            return again(judged, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (FieldNotOpen closed) {
            return refused(sent, ReportInput.pathOf(closed.field()), closed);
        } catch (OwnPartConfirmed confirmed) {
            return refused(sent, "absence", confirmed);
        } catch (OwnPartEmpty empty) {
            return refused(sent, "achievements", empty);
        } catch (DaysBeyondPeriod days) {
            return refused(sent, "daysOnSite", days);
        }
        return new ModelAndView("redirect:" + path(sent.page()));
    }

    static String path(ReportPage page) {
        return "/progress/" + page.township().id() + "/" + page.period();
    }

    private static ModelAndView refused(Sent sent, String field, RuleViolation rule) {
        sent.errors().rejectValue(field, rule.key(), rule.arguments().toArray(), null);
        return again(sent, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView again(Sent sent, HttpStatus status) {
        return again(sent.page(), status);
    }

    private static ModelAndView again(ReportPage page, HttpStatus status) {
        return new ModelAndView(PAGE, status).addObject("page", page);
    }

    private ModelAndView conflict(Sent sent) {
        ReportPage page = sent.page();
        ReportPage stored = queries.page(sent.user(), page.township().id(), page.period());
        return new ModelAndView("progress/conflict", HttpStatus.CONFLICT)
                .addObject("conflict", conflicts.between(sent.form(), stored, sent.locale()));
    }

    /** A form that was sent, and the page it belongs to. */
    record Sent(CurrentUser user, ReportPage page, MonthlyReportForm form, BindingResult errors, Locale locale) {}
}
