package org.xuanpai.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.division.service.ListImportService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** An import of the list may take long; nobody waits for it, not even a township that it renames. */
@IntegrationTest
class LongImportIT {

    private static final Period MONTH = Period.of(2025, 10);
    private static final long NOT_BEGUN = -1;
    private static final ReportContent REPORT = new ReportContent(
            Map.of("fixed_investment", BigDecimal.ONE), null, "", "园区二期征地晚两个月", "主持召开 2 次征地协调会", "第一书记空缺");

    @Autowired
    private Given given;

    @Autowired
    private ListImportService imports;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Database database;

    @Test
    @Timeout(60)
    void aTownshipSubmitsWhileAnImportIsOpen(@TempDir Path folder) throws Exception {
        TestCounty county = given.county();
        given.targets(county, county.township(), 2025, Map.of("fixed_investment", BigDecimal.TEN));
        CurrentUser party =
                given.person(Role.PARTY_SECRETARY, county.township()).user();
        asIfNobodyHadChangedIt(county);
        writeListWithOtherNames(county, folder);

        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch submitted = new CountDownLatch(1);
        CompletableFuture<Void> running =
                CompletableFuture.runAsync(() -> importAndStayOpen(folder, written, submitted));
        try {
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
            ScopeContext.run(
                    party, () -> submissions.submit(party, county.township(), MONTH, NOT_BEGUN, Ids.next(), REPORT));
            assertThat(running).as("the import").isNotDone();
        } finally {
            submitted.countDown();
        }
        running.get(30, TimeUnit.SECONDS);

        assertThat(inDatabase("select count(*)::text from submitted_copy where township_id = ?", county))
                .isEqualTo("1");
        assertThat(inDatabase("select name from division where id = ?", county)).isEqualTo("改名后的镇");
    }

    private void importAndStayOpen(Path folder, CountDownLatch written, CountDownLatch submitted) {
        CurrentUser importer = CurrentUser.system(Role.SYSTEM_IMPORTER);
        ScopeContext.run(
                importer,
                () -> new TransactionTemplate(transactions).executeWithoutResult(open -> {
                    imports.importList(importer, folder, null, LocalDate.of(2023, 6, 30), (file, rows) -> {});
                    written.countDown();
                    await(submitted);
                }));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An import takes over other names where nobody here has changed them. */
    private void asIfNobodyHadChangedIt(TestCounty county) {
        database.owner().update("update division set changed_locally_at = null where county_id = ?", county.id());
    }

    private static void writeListWithOtherNames(TestCounty county, Path folder) throws IOException {
        String city = county.code().substring(0, 4);
        String township = county.code() + "100";
        write(folder, "provinces.csv", "code,name", "99,\"示例省\"");
        write(folder, "cities.csv", "code,name,provinceCode", city + ",\"示例市\",99");
        write(folder, "areas.csv", "code,name,cityCode,provinceCode", county.code() + ",\"改名后的县\"," + city + ",99");
        write(
                folder,
                "streets.csv",
                "code,name,areaCode,provinceCode,cityCode",
                String.join(",", township, "\"改名后的镇\"", county.code(), "99", city));
        write(
                folder,
                "villages.csv",
                "code,name,streetCode,provinceCode,cityCode,areaCode",
                String.join(",", township + "201", "\"新村\"", township, "99", city, county.code()));
    }

    private static void write(Path folder, String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private String inDatabase(String question, TestCounty county) {
        return String.valueOf(database.owner().queryForObject(question, String.class, county.township()));
    }
}
