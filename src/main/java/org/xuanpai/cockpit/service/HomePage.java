package org.xuanpai.cockpit.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Role;

/**
 * The first page after the log-in.
 *
 * @param user whose page it is
 * @param tasks a township's reports that are to be filled in, corrected or confirmed, the oldest month first
 * @param sent a township's reports that the county has in hand
 * @param corrections corrections of approved figures that the reader may confirm
 * @param resets passwords to be set anew that wait for an administrator other than the one who proposed it
 */
public record HomePage(
        CurrentUser user, List<Task> tasks, List<ReportStanding> sent, List<Correction> corrections, long resets) {

    /** Whether the page is about a township's reports. */
    public boolean isTownship() {
        return user.role().level() == Role.Level.TOWNSHIP;
    }

    /** How many things the township has to do. */
    public int toDo() {
        return tasks.size() + corrections.size();
    }

    /** Whether the reader fills figures in. */
    public boolean mayEnter() {
        return user.may(Permission.ENTER_REPORTS);
    }

    /** Whether the reader confirms the First Secretary's part. */
    public boolean mayConfirm() {
        return user.may(Permission.CONFIRM_OWN_PART);
    }

    /** Message key of what a section of the navigation is for: what this reader does there, not what anybody may. */
    public String sectionKey(Section section) {
        String key = "cockpit.home.section." + section;
        return switch (section) {
            case REPORTS -> mayConfirm() ? key + ".own" : key;
            case ISSUED_FIGURES -> {
                if (user.may(Permission.OBJECT_TO_FIGURES)) {
                    yield key + ".object";
                }
                yield user.may(Permission.ISSUE_FIGURES) ? key + ".issue" : key;
            }
            default -> key;
        };
    }

    /**
     * A report in the township's hands.
     *
     * @param reason why it came back; {@code null} when it did not
     * @param returnedBy who sent it back
     * @param ownPartWaits whether the First Secretary has still to confirm the own part
     * @param reminder the county's latest reminder; {@code null} for none
     */
    public record Task(
            ReportStanding report,
            @Nullable String reason,
            @Nullable String returnedBy,
            boolean ownPartWaits,
            @Nullable Reminder reminder) {

        public boolean isReturned() {
            return report.status() == ReportStatus.RETURNED;
        }

        /** Message key of what this reader does with it. */
        public String key(HomePage page) {
            return page.mayConfirm() ? confirmerKey() : writerKey(page.user().may(Permission.SUBMIT_REPORTS));
        }

        private String confirmerKey() {
            if (report.status() == null) {
                return "cockpit.home.task.notBegun";
            }
            return ownPartWaits ? "cockpit.home.task.confirm" : "cockpit.home.task.confirmed";
        }

        private String writerKey(boolean submits) {
            if (isReturned()) {
                return submits ? "cockpit.home.task.correct" : "cockpit.home.task.correctForSubmitter";
            }
            return submits ? "cockpit.home.task.submit" : "cockpit.home.task.enter";
        }
    }

    /**
     * The county asked for a late report.
     *
     * @param workingDay the working day it counts for; there is one a day at most
     */
    public record Reminder(String byName, Instant at, LocalDate workingDay) {}

    /** A correction that waits for its second person. */
    public record Correction(UUID townshipId, String township, Period period, String byName, Instant at) {

        /** Where it is confirmed. */
        public String path() {
            return "/progress/" + townshipId + "/" + period + "/versions";
        }
    }
}
