package org.xuanpai.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** The cockpit's table as a file. */
@IntegrationTest
class CockpitExportIT {

    private static final Period OCTOBER = Period.of(2026, 10);

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ReportDraftService drafts;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    private ReportReviewService reviews;

    @Autowired
    private Database database;

    private TestCounty county;
    private Person firstSecretary;
    private WebUser organizer;

    @BeforeEach
    void oneOfTwoTownshipsHasReported() {
        clock.set("2026-11-05T09:00");
        county = given.county(2, 1, 0);
        given.targets(county, county.township(), 2026, MonthOf.TARGETS);
        firstSecretary = given.person(Role.FIRST_SECRETARY, county.township());
        given.issued(county, county.township(), OCTOBER, MonthOf.ISSUED);
        Person party = given.person(Role.PARTY_SECRETARY, county.township());
        new MonthOf(drafts, submissions, reviews, database).submitted(party, county.township(), OCTOBER);
        organizer = WebUser.signedIn(mvc, county.first());
    }

    @Test
    void theWorkbookHoldsTheFiguresOfTheScreenAsNumbers() throws IOException {
        Map<String, Cell> reported = workbook().get(0);

        assertThat(text(reported, "乡镇")).isEqualTo("镇" + county.code() + "100");
        assertThat(text(reported, "第一书记")).isEqualTo(firstSecretary.user().displayName());
        assertThat(text(reported, "月报状态")).isEqualTo("待县审");
        assertThat(number(reported, "规上工业增加值 本年累计（万元）")).isEqualByComparingTo("10764");
        assertThat(number(reported, "规上工业增加值 全年任务（万元）")).isEqualByComparingTo("16900");
        assertThat(number(reported, "规上工业增加值 同比（%）")).isEqualByComparingTo("-15.38");
        assertThat(number(reported, "规上工业增加值 完成（%）")).isEqualByComparingTo("63.7");
        assertThat(text(reported, "规上工业增加值 与时序相比")).isEqualTo("滞后");
        assertThat(number(reported, "固定资产投资 完成（%）")).isEqualByComparingTo("116.7");
        assertThat(number(reported, "工业投资 完成（%）")).isEqualByComparingTo("48.0");
        assertThat(number(reported, "技改投资 完成（%）")).isEqualByComparingTo("102.8");
        assertThat(number(reported, "研发经费投入 完成（%）")).isEqualByComparingTo("81.1");
    }

    @Test
    void rowsOfTheFilesAreThoseOfTheScreen() throws IOException {
        String page = WebUser.body(organizer.get("/cockpit?month=2026-10"));
        String csv = new String(
                organizer
                        .get("/cockpit/export?format=csv&month=2026-10")
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        List<String> due = List.of("镇" + county.code() + "100", "镇" + county.code() + "101");

        assertThat(workbook()).extracting(row -> text(row, "乡镇")).isEqualTo(due);
        assertThat(due).allSatisfy(name -> {
            assertThat(page).contains(name);
            assertThat(csv).contains(name);
        });
        assertThat(page).doesNotContain("镇" + county.code() + "102");
        assertThat(csv).doesNotContain("镇" + county.code() + "102");
    }

    @Test
    void anExportIsInTheTrail() {
        organizer.get("/cockpit/export?format=csv&month=2026-10");

        assertThat(database.owner()
                        .queryForObject("""
                select count(*) from trail_entry where action = 'list.exported' and actor_id = ? and details like '%/cockpit%'
                """, Long.class, county.first().user().accountId()))
                .isEqualTo(1);
    }

    @Test
    void anUnknownFormatIsTheReadersError() {
        assertThat(organizer.get("/cockpit/export?format=pdf")).hasStatus(400);
        assertThat(organizer.get("/cockpit/export")).hasStatus(400);
    }

    /** Rows below the head by the words of the head. */
    private List<Map<String, Cell>> workbook() throws IOException {
        MvcTestResult answer = organizer.get("/cockpit/export?format=xlsx&month=2026-10");
        assertThat(answer).hasStatusOk();
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            int head = IntStream.range(0, rows.size())
                    .filter(i -> rows.get(i).getCellCount() > 1
                            && "区划代码".equals(rows.get(i).getCellText(0)))
                    .findFirst()
                    .orElseThrow();
            return rows.subList(head + 1, rows.size()).stream()
                    .filter(row -> row.getCellText(0).startsWith(county.code()))
                    .map(row -> byHead(rows.get(head), row))
                    .toList();
        }
    }

    private static Map<String, Cell> byHead(Row head, Row row) {
        return IntStream.range(0, head.getCellCount())
                .boxed()
                .filter(i -> row.getOptionalCell(i).isPresent())
                .collect(Collectors.toMap(head::getCellText, row::getCell));
    }

    private static String text(Map<String, Cell> row, String head) {
        return Objects.requireNonNull(row.get(head)).getText();
    }

    private static BigDecimal number(Map<String, Cell> row, String head) {
        Cell cell = Objects.requireNonNull(row.get(head));
        assertThat(cell.getType()).as(head.toLowerCase(Locale.ROOT)).isEqualTo(CellType.NUMBER);
        return cell.asNumber();
    }
}
