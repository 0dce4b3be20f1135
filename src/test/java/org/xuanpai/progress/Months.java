package org.xuanpai.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.service.MonthCloseService;
import org.xuanpai.progress.service.MonthQueries;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** A township with its people, whose months a test brings to where it needs them, through the services. */
public final class Months {

    /** What the county issued to a real township for January to October. */
    private static final Map<String, BigDecimal> ISSUED =
            Map.of("value_added", new BigDecimal("10764"), "value_added_growth", new BigDecimal("-15.38"));

    /** What it typed itself, cumulative values. */
    public static final Map<String, String> REAL = Map.of(
            "fixed_investment", "22166",
            "industrial_investment", "7198",
            "renovation_investment", "7198",
            "research_spending", "811");

    private static final Map<String, String> TARGETS = Map.of(
            "value_added", "16900",
            "fixed_investment", "19000",
            "industrial_investment", "15000",
            "renovation_investment", "7000",
            "research_spending", "1000");

    private static final Map<String, JdbcTemplate> CONNECTED = new ConcurrentHashMap<>();

    private final Given given;
    private final ReportDraftService drafts;
    private final ReportSubmissionService submissions;
    private final ReportReviewService reviews;
    private final MonthCloseService closing;
    private final MonthQueries months;
    private final JdbcTemplate owner;

    public final TestCounty county;
    public final UUID township;
    public final Person party;
    public final Person clerk;
    public final Person secretary;

    private Months(Factory factory, TestCounty county, UUID township) {
        this.given = factory.given;
        this.drafts = factory.drafts;
        this.submissions = factory.submissions;
        this.reviews = factory.reviews;
        this.closing = factory.closing;
        this.months = factory.months;
        this.owner = factory.owner();
        this.county = county;
        this.township = township;
        this.party = factory.given.person(Role.PARTY_SECRETARY, township);
        this.clerk = factory.given.person(Role.TOWNSHIP_CLERK, township);
        this.secretary = factory.given.person(Role.FIRST_SECRETARY, township);
    }

    /** The content of a complete month. */
    public static ReportContent content(Map<String, String> figures, String partyPart, String absence) {
        Map<String, BigDecimal> typed = new java.util.TreeMap<>();
        figures.forEach((code, value) -> typed.put(code, new BigDecimal(value)));
        return new ReportContent(typed, 8, "接通两户企业的电", "工业投资项目开工晚，年底前补上", partyPart, absence);
    }

    public static ReportContent complete() {
        return content(REAL, "主持两次协调会", "外出学习");
    }

    /** Brings a month that nobody began to a status; {@code null} leaves it. */
    public Months at(Period period, @org.jspecify.annotations.Nullable ReportStatus status) {
        if (status == null) {
            return this;
        }
        switch (status) {
            case DRAFT -> drafted(period, content(Map.of(), "", ""));
            case SUBMITTED -> submit(period);
            case RETURNED -> {
                submit(period);
                sendBack(period, Map.of());
            }
            case APPROVED -> {
                submit(period);
                as(
                        county.first().user(),
                        user -> reviews.approve(user, township, period, submissions(period), Set.of()));
            }
            case LOCKED -> lock(period);
        }
        return this;
    }

    public Months drafted(Period period, ReportContent content) {
        as(clerk.user(), user -> drafts.save(user, township, period, version(period), content));
        return this;
    }

    /** The county issues the month's real figures. */
    public Months issued(Period period) {
        given.issued(county, township, period, ISSUED);
        return this;
    }

    public void submit(Period period) {
        submit(period, complete());
    }

    public void submit(Period period, ReportContent content) {
        as(
                party.user(),
                user -> submissions.submit(user, township, period, version(period), UUID.randomUUID(), content));
    }

    public void sendBack(Period period, Map<String, String> marks) {
        as(county.first().user(), user -> reviews.sendBack(user, township, period, submissions(period), "请核对", marks));
    }

    private void lock(Period period) {
        at(period, ReportStatus.APPROVED);
        as(county.first().user(), user -> {
            Set<UUID> missing = months.page(user, period).notApproved().stream()
                    .map(unit -> unit.standing().townshipId())
                    .collect(Collectors.toSet());
            closing.lock(user, period, missing);
        });
    }

    /** The version a page of this month would carry now. */
    public long version(Period period) {
        List<@Nullable Long> found = owner.queryForList(
                "select version from monthly_report where township_id = ? and period = ?",
                Long.class,
                township,
                day(period));
        return found.isEmpty() ? -1 : Objects.requireNonNull(found.get(0));
    }

    public int submissions(Period period) {
        List<@Nullable Integer> found = owner.queryForList(
                "select submissions from monthly_report where township_id = ? and period = ?",
                Integer.class,
                township,
                day(period));
        return found.isEmpty() ? 0 : Objects.requireNonNull(found.get(0));
    }

    /** Everything stored about the month as one text, to see that nothing changed. */
    public String stored(Period period) {
        return owner.queryForList("""
                        select r::text || coalesce((select string_agg(f::text, ';' order by f.indicator_code)
                                                    from report_figure f where f.report_id = r.id), '')
                               || coalesce((select string_agg(x::text, ';' order by x.field)
                                            from report_text x where x.report_id = r.id), '')
                               || coalesce((select string_agg(y::text, ';' order by y.field, y.rule)
                                            from report_reason y where y.report_id = r.id), '')
                               || (select count(*) from submitted_copy c where c.report_id = r.id)
                               || (select count(*) from report_review v join submitted_copy c on c.id = v.copy_id
                                   where c.report_id = r.id)
                        from monthly_report r where r.township_id = ? and r.period = ?
                        """, String.class, township, day(period)).toString();
    }

    public String status(Period period) {
        return owner.queryForList(
                        "select status from monthly_report where township_id = ? and period = ?",
                        String.class,
                        township,
                        day(period))
                .toString();
    }

    public String path(Period period) {
        return "/progress/" + township + "/" + period;
    }

    public static LocalDate day(Period period) {
        return period.month().atDay(1);
    }

    private static void as(CurrentUser user, java.util.function.Consumer<CurrentUser> act) {
        ScopeContext.run(user, () -> act.accept(user));
    }

    /** Takes away everything about the township's months, so that a month can be begun anew. */
    public void forget() {
        owner.update("delete from month_reopening where county_id = ?", county.id());
        for (String table : List.of(
                "report_reminder",
                "report_closing",
                "month_lock_unit",
                "figure_revision",
                "figure_objection",
                "issued_figure",
                "review_mark",
                "report_review",
                "submitted_figure",
                "submitted_reason",
                "submitted_copy",
                "figure_correction",
                "report_figure",
                "report_text",
                "report_edit",
                "report_intent",
                "report_reason",
                "monthly_report")) {
            owner.update("delete from " + table + " where township_id = ?", township);
        }
    }

    /** Makes townships with their people. */
    public static final class Factory {

        /** One connection per database for all the looking behind, because there is much of it. */
        private JdbcTemplate owner() {
            return CONNECTED.computeIfAbsent(database.url(), url -> {
                Database.Login login = database.ownerLogin();
                return new JdbcTemplate(new SingleConnectionDataSource(url, login.user(), login.password(), true));
            });
        }

        /** Not a bean of the tests' common context, so each test class makes its own. */
        public static Factory of(AutowireCapableBeanFactory beans) {
            return beans.createBean(Factory.class);
        }

        @Autowired
        private Given given;

        @Autowired
        private ReportDraftService drafts;

        @Autowired
        private ReportSubmissionService submissions;

        @Autowired
        private ReportReviewService reviews;

        @Autowired
        private MonthCloseService closing;

        @Autowired
        private MonthQueries months;

        @Autowired
        private Database database;

        /** An industrial township of a county of its own, with targets for these years. */
        public Months township(int... years) {
            TestCounty county = given.county();
            for (int year : years) {
                Map<String, BigDecimal> targets = new java.util.TreeMap<>();
                TARGETS.forEach((code, value) -> targets.put(code, new BigDecimal(value)));
                given.targets(county, county.township(), year, targets);
            }
            return new Months(this, county, county.township());
        }

        public Months in(TestCounty county, UUID township) {
            return new Months(this, county, township);
        }
    }
}
