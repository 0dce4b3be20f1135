package org.xuanpai.cockpit.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.OwnAccount;
import org.xuanpai.cockpit.service.CockpitReads.Key;
import org.xuanpai.cockpit.service.CockpitReads.Report;
import org.xuanpai.cockpit.service.ReportStates.Officers;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Role;

/** What is due from whoever is signed in: for a township its reports of a year, for others nothing yet. */
@Service
@Transactional(readOnly = true)
public class HomeQueries {

    private final CockpitReads reads;
    private final ReportStates states;
    private final Divisions divisions;

    HomeQueries(CockpitReads reads, ReportStates states, Divisions divisions) {
        this.reads = reads;
        this.states = states;
        this.divisions = divisions;
    }

    /** The home page of the acting duty. */
    @OwnAccount
    public HomePage home(CurrentUser user) {
        if (user.role().level() != Role.Level.TOWNSHIP) {
            long resets = user.may(Permission.CONFIRM_RESETS) ? reads.resets(user, states.now()) : 0;
            return new HomePage(user, List.of(), List.of(), List.of(), resets);
        }
        Period latest = states.latest();
        List<Period> year = ReportStates.yearUpTo(latest);
        Map<LocalDate, List<TownshipView>> due = divisions.industrialTownships(
                user.scope(), year.stream().map(Period::lastDay).toList());
        Map<Key, Report> reports = reads.reports(user.scope(), year.get(0), latest);
        Map<Key, HomePage.Reminder> reminders = reads.reminders(user.scope(), year.get(0), latest);
        Officers officers = states.officers(user.scope(), latest);
        List<HomePage.Task> tasks = new ArrayList<>();
        List<ReportStanding> sent = new ArrayList<>();
        for (Period period : year) {
            for (TownshipView township : due.getOrDefault(period.lastDay(), List.of())) {
                Report report = reports.get(new Key(township.id(), period));
                ReportStanding state = states.of(township, period, report, officers);
                if (state.isWithTownship()) {
                    tasks.add(task(state, report, reminders.get(new Key(township.id(), period))));
                } else if (state.status() == ReportStatus.SUBMITTED) {
                    sent.add(state);
                }
            }
        }
        List<HomePage.Correction> corrections =
                user.may(Permission.CONFIRM_CORRECTIONS) ? reads.corrections(user) : List.of();
        return new HomePage(user, tasks, sent, corrections, 0);
    }

    private static HomePage.Task task(
            ReportStanding state, @Nullable Report report, HomePage.@Nullable Reminder reminder) {
        return report == null
                ? new HomePage.Task(state, null, null, false, reminder)
                : new HomePage.Task(
                        state, report.returnReason(), report.returnedByName(), !report.ownPartSettled(), reminder);
    }
}
