package org.xuanpai.posting.people.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.posting.people.MayReadPeople;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;

/** The list of people as a file: the rows on the screen, all pages of them; personal details for organizers alone. */
@Service
@Transactional
public class PeopleExports {

    private static final int LONG_TEXT = 40;
    private static final int AFTER_SEX = 3;

    private static final Column<PersonRow> BIRTH_MONTH =
            Column.text("posting.people.birthMonth", PersonRow::birthMonth);

    private static final List<Column<PersonRow>> COLUMNS = List.of(
            Column.text("posting.people.name", PersonRow::name),
            Column.text("posting.people.pinyin", PersonRow::pinyin),
            Column.message("posting.people.sex", PersonRow::sexKey),
            Column.text("posting.people.education", PersonRow::education),
            Column.<PersonRow>text("posting.people.titles", PersonRow::titles).wide(LONG_TEXT),
            Column.<PersonRow>text("posting.people.portfolios", PersonRow::portfolios)
                    .wide(LONG_TEXT),
            Column.text("posting.people.kind.LIAISON", PersonRow::liaisons),
            Column.text("posting.people.kind.SECONDMENT", PersonRow::secondments),
            Column.whole("posting.people.waiting", PersonRow::waiting));

    private final PeopleQueries people;
    private final AuditTrail trail;

    PeopleExports(PeopleQueries people, AuditTrail trail) {
        this.people = people;
        this.trail = trail;
    }

    /** People under the filters of the list. */
    @MayReadPeople
    public void exportPeople(CurrentUser user, String text, Optional<PeopleKind> kind, ExportTarget target) {
        long rows = target.write(user, table(user), row -> people.forEach(user, text, kind, row));
        trail.record(TrailEvent.exported("/postings/people", "", "", rows, target)
                .with("filter", text)
                .with("kind", kind.map(Enum::name).orElse("")));
    }

    private static TableExport<PersonRow> table(CurrentUser user) {
        List<Column<PersonRow>> columns = new ArrayList<>(COLUMNS);
        if (user.may(Permission.EDIT_PEOPLE)) {
            columns.add(AFTER_SEX, BIRTH_MONTH);
        }
        return new TableExport<>("posting.people.title", List.of(), columns);
    }
}
