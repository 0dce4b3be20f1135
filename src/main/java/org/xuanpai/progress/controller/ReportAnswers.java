package org.xuanpai.progress.controller;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;
import org.xuanpai.shared.StaleVersion;

/**
 * Answers a sent form: done, the same page with what is wrong at its field, or both texts side by side where two people changed
 * one field. Nothing typed is lost.
 */
@Component
class ReportAnswers {

    static final String PAGE = "progress/report";

    /** Somebody who saves again and again between our look and our save can be in the way that often. */
    private static final int MOST_TRIES = 4;

    private final ReportQueries queries;
    private final Merging merging;
    private final Conflicts conflicts;

    ReportAnswers(ReportQueries queries, Merging merging, Conflicts conflicts) {
        this.queries = queries;
        this.merging = merging;
        this.conflicts = conflicts;
    }

    /**
     * Merges the form with what is stored and runs the use case, unless something is wrong with the form.
     *
     * @param useCase makes the act for the page as it is stored now, and says at the fields what is wrong with them
     */
    ModelAndView answer(Sent sent, Function<ReportPage, Runnable> useCase) {
        for (int tries = 1; ; tries++) {
            ReportPage page = queries.page(sent.user(), sent.township(), sent.period());
            Set<String> both = merging.merge(sent.form(), page);
            merging.takeBack(sent.form(), page).forEach(field -> {
                FieldNotOpen closed = new FieldNotOpen(FormFields.part(field));
                sent.errors()
                        .rejectValue(
                                FormFields.path(field),
                                closed.key(),
                                closed.arguments().toArray(),
                                null);
            });
            Runnable act = useCase.apply(page);
            try {
                return once(sent, page, both, act);
            } catch (StaleVersion overtaken) {
                // what was merged is not what is stored any more: look again
                if (tries == MOST_TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private ModelAndView once(Sent sent, ReportPage page, Set<String> both, Runnable act) {
        BindingResult errors = sent.errors();
        if (sent.form().sendToken().isEmpty()) {
            errors.reject("progress.error.pageBroken");
        }
        if (errors.hasErrors()) {
            return again(page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        // while the county has it, the token says first whether this page was sent before
        if (!both.isEmpty() && page.isWithTownship()) {
            return conflict(conflicts.at(both, sent.form(), page, sent.locale()));
        }
        try {
            act.run();
        } catch (StepNotPossible overtaken) {
            ReportPage stored = queries.page(sent.user(), sent.township(), sent.period());
            return conflict(conflicts.between(sent.form(), stored, sent.locale()));
        } catch (TokenUsedOtherwise used) {
            sent.form().renewToken();
            errors.reject(used.key());
            return again(page, HttpStatus.CONFLICT);
        } catch (ReportIncomplete incomplete) {
            ReportInput.notReady(page, incomplete, errors);
            return again(page.judged(incomplete.findings()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (FieldNotOpen closed) {
            return refused(sent, page, ReportInput.pathOf(closed.field()), closed);
        } catch (OwnPartConfirmed confirmed) {
            return refused(sent, page, "absence", confirmed);
        } catch (OwnPartEmpty empty) {
            return refused(sent, page, "achievements", empty);
        } catch (DaysBeyondPeriod days) {
            return refused(sent, page, "daysOnSite", days);
        }
        return new ModelAndView("redirect:" + path(page));
    }

    static String path(ReportPage page) {
        return "/progress/" + page.township().id() + "/" + page.period();
    }

    private static ModelAndView refused(Sent sent, ReportPage page, String field, RuleViolation rule) {
        sent.errors().rejectValue(field, rule.key(), rule.arguments().toArray(), null);
        return again(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView again(ReportPage page, HttpStatus status) {
        return new ModelAndView(PAGE, status).addObject("page", page);
    }

    private static ModelAndView conflict(ConflictPage page) {
        return new ModelAndView("progress/conflict", HttpStatus.CONFLICT).addObject("conflict", page);
    }

    /** A form that was sent, and the month it belongs to. */
    record Sent(
            CurrentUser user,
            UUID township,
            Period period,
            MonthlyReportForm form,
            BindingResult errors,
            Locale locale) {}
}
