package org.xuanpai;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xuanpai.division.Reorganise;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Leader;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.QueryCount;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.posting.Appointments;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/**
 * What every page costs: a fixed number of statements, session and acting duty included, which does not grow with what the
 * database holds. A page that is not in the table fails.
 */
@IntegrationTest
class PageCostIT {

    private static final int MANY_VILLAGES = 10_000;
    private static final int MANY_PERSONS = 60;
    private static final long NOT_BEGUN = -1;

    /** Statements by page; the page's reader is in {@link #readers}. */
    private static final Map<String, Integer> COSTS = new LinkedHashMap<>();

    static {
        COSTS.put("/login", 5);
        COSTS.put("/", 9);
        COSTS.put("/account/password", 4);
        COSTS.put("/accounts", 6);
        COSTS.put("/accounts/export", 6);
        COSTS.put("/duties", 6);
        COSTS.put("/duties/export", 6);
        COSTS.put("/resets", 6);
        COSTS.put("/resets/export", 6);
        COSTS.put("/trail", 5);
        COSTS.put("/trail/export", 6);
        COSTS.put("/trail/verification", 6);
        COSTS.put("/cockpit", 14);
        COSTS.put("/cockpit/export", 15);
        COSTS.put("/progress", 7);
        COSTS.put("/progress/export", 8);
        COSTS.put("/progress/{township}/{month}", 18);
        COSTS.put("/progress/{township}/{month}/export", 19);
        COSTS.put("/progress/{township}/{month}/sum", 9);
        COSTS.put("/progress/{township}/{month}/versions", 16);
        COSTS.put("/progress/months/{month}", 13);
        COSTS.put("/progress/reviews/stand-ins", 7);
        COSTS.put("/progress/reviews", 12);
        COSTS.put("/progress/reviews/export", 11);
        COSTS.put("/progress/reviews/{township}/{month}", 27);
        COSTS.put("/checks", 6);
        COSTS.put("/checks/{kind}/proposal", 6);
        COSTS.put("/targets", 9);
        COSTS.put("/targets/export", 10);
        COSTS.put("/targets/{township}/{year}", 8);
        COSTS.put("/targets/{township}/{year}/export", 9);
        COSTS.put("/targets/{township}/{year}/proposal", 8);
        COSTS.put("/industry/issued", 8);
        COSTS.put("/industry/issued/{issuer}/{month}", 10);
        COSTS.put("/industry/issued/{issuer}/{month}/export", 11);
        COSTS.put("/industry/issued/{issuer}/{month}/entry", 10);
        COSTS.put("/industry/issued/settings", 6);
        COSTS.put("/postings/people", 6);
        COSTS.put("/postings/people/export", 6);
        COSTS.put("/postings/people/new", 4);
        COSTS.put("/postings/people/{id}", 8);
        COSTS.put("/postings/people/{id}/edit", 8);
        COSTS.put("/postings/people/{id}/offices/new", 9);
        COSTS.put("/postings/people/{id}/offices/{office}/end", 8);
        COSTS.put("/postings/people/{id}/portfolios/new", 8);
        COSTS.put("/postings/people/{id}/portfolios/{portfolio}/end", 8);
        COSTS.put("/postings/people/{id}/assignments/new", 9);
        COSTS.put("/postings/people/{id}/assignments/{assignment}/end", 8);
        COSTS.put("/postings", 6);
        COSTS.put("/postings/export", 6);
        COSTS.put("/postings/take-over", 6);
        COSTS.put("/postings/template", 7);
        COSTS.put("/postings/rounds/{round}", 12);
        COSTS.put("/postings/{posting}", 8);
        COSTS.put("/notices", 5);
        COSTS.put("/divisions", 5);
        COSTS.put("/divisions/export", 6);
        COSTS.put("/divisions/{id}", 8);
        COSTS.put("/divisions/{id}/export", 7);
        COSTS.put("/divisions/{id}/reorganisations/{kind}", 7);
        COSTS.put("/divisions/import", 5);
        COSTS.put("/divisions/import/{job}", 6);
        COSTS.put("/divisions/reorganisations", 5);
        COSTS.put("/divisions/reorganisations/{reorganisation}", 9);
        COSTS.put("/calendar", 7);
        COSTS.put("/calendar/export", 6);
    }

    /** Shown once, to somebody who is not signed in. */
    private static final Set<String> ONCE = Set.of("/set-up", "/account/activation/{token}");

    @Autowired
    private Given given;

    @Autowired
    private QueryCount queries;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private Database database;

    private final UUID job = Ids.next();
    private @Nullable UUID reorganisation;
    private @Nullable Appointments appointment;

    @Autowired
    private BeanFactory beans;

    private @Nullable Leader leader;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void everyPageIsInTheTable() {
        Set<String> pages = handlers.getHandlerMethods().keySet().stream()
                .filter(PageCostIT::isAsked)
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        pages.removeAll(ONCE);

        assertThat(pages).isEqualTo(new TreeSet<>(COSTS.keySet()));
    }

    private static boolean isAsked(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    @Test
    void aPageCostsTheSameWhateverTheDatabaseHolds() {
        clock.set("2025-11-05T09:00");
        TestCounty county = given.county(2, 1, 10);
        given.targets(county, county.township(), 2025, Map.of("fixed_investment", BigDecimal.TEN));
        submit(county);
        reorganisation = new Reorganise(reorganisations)
                .proposed(
                        county,
                        Reorganise.mergeInto(
                                county.township(),
                                LocalDate.of(2025, 11, 1),
                                county.townships().get(1)));
        database.owner().update("""
                insert into job (id, kind, county_id, account_id, account_name, argument, state, asked_at, alive_at, ended_at)
                values (?, 'land-import', ?, ?, 'x', '2023-06-30', 'DONE', now(), now(), now())""", job, county.id(), county.first().user().accountId());
        leader = Leader.in(database.owner(), county, "沈知远", "shen zhi yuan");
        appointment = new Appointments(beans, county, given.countyLeader(county), county.township());
        clock.set("2025-11-05T09:00");
        Map<Role, WebUser> readers = readers(county);

        Map<String, Integer> few = costs(county, readers);
        given.villages(county.township(), MANY_VILLAGES);
        for (int person = 0; person < MANY_PERSONS; person++) {
            given.person(Role.TOWNSHIP_CLERK, county.township());
            Leader.in(database.owner(), county, "沈远", "shen yuan");
        }
        Map<String, Integer> many = costs(county, readers);

        assertThat(many).isEqualTo(few);
        assertThat(few).isEqualTo(COSTS);
    }

    private void submit(TestCounty county) {
        CurrentUser party =
                given.person(Role.PARTY_SECRETARY, county.township()).user();
        ReportContent report = new ReportContent(
                Map.of("fixed_investment", BigDecimal.ONE), null, "", "园区二期征地晚两个月", "主持召开 2 次征地协调会", "第一书记空缺");
        ScopeContext.run(
                party,
                () -> submissions.submit(party, county.township(), Period.of(2025, 10), NOT_BEGUN, Ids.next(), report));
    }

    private Map<Role, WebUser> readers(TestCounty county) {
        return List.of(
                        county.first(),
                        given.person(Role.TOWNSHIP_CLERK, county.township()),
                        given.person(Role.SYSTEM_ADMIN, null),
                        given.person(Role.SECURITY_ADMIN, null),
                        given.person(Role.AUDITOR, null))
                .stream()
                .collect(Collectors.toMap(Person::role, person -> WebUser.signedIn(mvc, person)));
    }

    private Map<String, Integer> costs(TestCounty county, Map<Role, WebUser> readers) {
        Map<String, Integer> costs = new LinkedHashMap<>();
        COSTS.keySet().forEach(page -> {
            WebUser reader = java.util.Objects.requireNonNull(readers.get(readerOf(page)));
            String address = address(page, county);
            reader.get(address); // once before, so that nothing is fetched for the first time
            costs.put(
                    page,
                    queries.of(() -> assertThat(reader.get(address)).hasStatusOk())
                            .size());
        });
        return costs;
    }

    private static Role readerOf(String page) {
        return switch (page.split("/", 3).length < 2 ? "" : page.split("/", 3)[1]) {
            case "accounts" -> Role.SYSTEM_ADMIN;
            case "duties", "resets" -> Role.SECURITY_ADMIN;
            case "trail" -> Role.AUDITOR;
            case "" -> Role.TOWNSHIP_CLERK;
            default -> Role.COUNTY_ORGANIZER;
        };
    }

    private UUID idOn(String page, TestCounty county) {
        return page.startsWith("/postings") ? leader().id() : county.township();
    }

    private Leader leader() {
        return java.util.Objects.requireNonNull(leader);
    }

    private String address(String page, TestCounty county) {
        String path = page.replace("{township}", county.township().toString())
                .replace("{id}", idOn(page, county).toString())
                .replace("{office}", leader().office().toString())
                .replace("{portfolio}", leader().portfolio().toString())
                .replace("{assignment}", leader().assignment().toString())
                .replace("{kind}", page.startsWith("/checks") ? "OUTLIER" : "merge")
                .replace("{job}", job.toString())
                .replace("{round}", String.valueOf(Objects.requireNonNull(appointment).round))
                .replace("{posting}", String.valueOf(Objects.requireNonNull(appointment).posting))
                .replace("{reorganisation}", String.valueOf(reorganisation))
                .replace("{month}", "2025-10")
                .replace("{issuer}", "STATISTICS")
                .replace("{year}", "2025");
        return path.endsWith("/export") ? path + "?format=csv&year=2025&month=2025-10" : path;
    }
}
