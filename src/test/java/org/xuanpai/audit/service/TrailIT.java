package org.xuanpai.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.account.OwnAccountDisabled;
import org.xuanpai.account.UsernameTaken;
import org.xuanpai.account.service.AccountService;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.audit.service.TrailVerifier.Verification;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

@IntegrationTest
class TrailIT {

    @Autowired
    private Given given;

    @Autowired
    private AccountService accounts;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TrailVerifier verifier;

    @Autowired
    private Database database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Person auditor;
    private Person administrator;
    private Person somebody;
    private JdbcTemplate superuser;

    @BeforeEach
    void aTrailToCompareWith() {
        auditor = given.person(Role.AUDITOR, null);
        administrator = given.person(Role.SYSTEM_ADMIN, null);
        somebody = given.person(Role.AUDITOR, null);
        superuser = database.as(database.superuserLogin());
        superuser.execute(
                "create table trail_copy as select * from trail_entry; create table tip_copy as select * from trail_tip");
    }

    @AfterEach
    void theTrailIsAsItWas() {
        tamper("""
                delete from trail_entry where seq <= (select seq from tip_copy) or seq > (select seq from trail_tip);
                insert into trail_entry select * from trail_copy on conflict do nothing""");
        superuser.execute("drop table trail_copy, tip_copy");
    }

    @Test
    void anActAndItsEntryAreOne() {
        ScopeContext.run(
                administrator.user(),
                () -> accounts.disable(administrator.user(), somebody.user().accountId()));

        assertThat(last())
                .containsEntry("action", "account.disabled")
                .containsEntry("outcome", "DONE")
                .containsEntry("subject", somebody.username())
                .containsEntry("actor_id", administrator.user().accountId())
                .containsEntry("role", "SYSTEM_ADMIN");
    }

    @Test
    void aSearchLooksThroughSoManyEntriesAndGoesOnWhereItStopped() {
        String wanted = UUID.randomUUID().toString();
        long number = invited(wanted);
        for (int i = 0; i < 4; i++) {
            invited("other");
        }
        TrailQueries few = new TrailQueries(jdbc, 4);
        TrailFilter filter = TrailFilter.of(wanted, List.of(), "");

        TrailQueries.Found newest = read(() -> few.page(auditor.user(), filter, Long.MAX_VALUE));
        assertThat(newest.entries()).isEmpty();
        assertThat(newest.from()).isEqualTo(number + 1);
        assertThat(read(() -> few.page(auditor.user(), filter, newest.from())).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.seq()).isEqualTo(number));
        assertThat(read(() -> few.page(auditor.user(), TrailFilter.of("", List.of(), ""), Long.MAX_VALUE))
                        .entries())
                .hasSizeGreaterThan(4);
    }

    private long invited(String subject) {
        inTransaction(() -> trail.record(TrailEvent.of("account.invited", subject, "")));
        return ((Number) Objects.requireNonNull(last().get("seq"))).longValue();
    }

    private <T> T read(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        inTransaction(() -> answer.set(question.get()));
        return answer.get();
    }

    private void inTransaction(Runnable work) {
        ScopeContext.run(
                auditor.user(), () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }

    @Test
    void whatCannotBeRecordedDoesNotHappen() {
        database.owner()
                .execute(
                        "alter table trail_entry add constraint test_refuses check (action <> 'account.disabled') not valid");
        try {
            assertThatThrownBy(() -> ScopeContext.run(
                            administrator.user(),
                            () -> accounts.disable(
                                    administrator.user(), somebody.user().accountId())))
                    .hasStackTraceContaining("test_refuses");
        } finally {
            database.owner().execute("alter table trail_entry drop constraint test_refuses");
        }
        assertThat(database.owner()
                        .queryForObject(
                                "select disabled_at is null from account where id = ?",
                                Boolean.class,
                                somebody.user().accountId()))
                .isTrue();
    }

    @Test
    void anActThatFailsLeavesNoEntry() {
        long before = tip();
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        transaction.executeWithoutResult(status -> {
            trail.record(TrailEvent.of("account.disabled", "nobody", ""));
            status.setRollbackOnly();
        });

        assertThat(tip()).isEqualTo(before);
        assertThatThrownBy(() -> trail.record(TrailEvent.of("account.disabled", "nobody", "")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusalIsRecordedAfterTheRollback() {
        assertThatThrownBy(() -> ScopeContext.run(
                        administrator.user(),
                        () -> accounts.disable(
                                administrator.user(), administrator.user().accountId())))
                .isInstanceOf(OwnAccountDisabled.class);

        assertThat(last())
                .containsEntry("action", "refused")
                .containsEntry("outcome", "REFUSED")
                .containsEntry("subject", "AccountService.disable")
                .containsEntry("actor_id", administrator.user().accountId());
    }

    /** What only had to be mended does not stand among what somebody tried and may not. */
    @Test
    void aSlipIsToldApartFromARefusalAndBothSayInWordsWhatWasTried() {
        assertThatThrownBy(() -> ScopeContext.run(
                        administrator.user(),
                        () -> accounts.create(
                                administrator.user(), administrator.user().username(), "张三")))
                .isInstanceOf(UsernameTaken.class);
        assertThat(last()).containsEntry("outcome", "SLIP").containsEntry("subject", "AccountService.create");
        String slip = ">" + tip() + "<";
        WebUser.signedIn(mvc, auditor).get("/accounts");
        String refusal = ">" + tip() + "<";
        WebUser user = WebUser.signedIn(mvc, auditor);

        assertThat(WebUser.body(user.get("/trail?shown=SLIP")))
                .contains(slip, "新建账号", "填写有误")
                .doesNotContain(refusal, "AccountService.create");
        assertThat(WebUser.body(user.get("/trail?shown=REFUSED")))
                .contains(refusal, "查看账号")
                .doesNotContain(slip, "AccountQueries.accounts");
        assertThat(WebUser.body(user.get("/trail?text={t}", "新建账号"))).contains(slip);
        assertThat(WebUser.body(user.inEnglish().get("/trail?shown=SLIP")))
                .contains("Create an account", "Input mistake");
    }

    @Test
    void aMissingPermissionIsRecorded() {
        WebUser.signedIn(mvc, auditor).get("/accounts");

        assertThat(last())
                .containsEntry("outcome", "REFUSED")
                .containsEntry("subject", "AccountQueries.accounts")
                .containsEntry("actor_id", auditor.user().accountId());
    }

    @Test
    void logInAndLogOutAreRecorded() {
        WebUser user = WebUser.signedIn(mvc, auditor);
        assertThat(last()).containsEntry("action", "account.signedIn").containsEntry("subject", auditor.username());
        user.post("/logout");
        assertThat(last()).containsEntry("action", "account.signedOut").containsEntry("subject", auditor.username());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail_entry set subject = 'x'",
                "delete from trail_entry",
                "truncate trail_entry",
                "update trail_tip set seq = 0",
                "insert into trail_tip (the_only, seq, hash) values (false, 0, '')",
                "alter table trail_entry disable trigger all",
                "drop table trail_entry"
            })
    void theApplicationsRoleOnlyAdds(String sql) {
        assertThatThrownBy(() -> database.application().execute(sql)).hasStackTraceContaining("ERROR:");
        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void notEvenTheOwnerChangesAnEntryWithoutTakingTheTriggerOff() {
        assertThatThrownBy(() -> database.owner().execute("update trail_entry set subject = 'x' where seq = 1"))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> database.owner().execute("delete from trail_entry where seq = 1"))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> database.owner().execute("truncate trail_entry"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void aWholeTrailIsFoundWhole() {
        Verification found = verify();

        assertThat(found.isWhole()).isTrue();
        assertThat(found.entries()).isEqualTo(tip());
        assertThat(found.head())
                .isEqualTo(superuser.queryForObject("select encode(hash, 'hex') from trail_tip", String.class));
    }

    @Test
    void everyKindOfTamperingIsFoundAtItsEntry() {
        long middle = tip() / 2;
        for (String column : List.of("actor_name", "role", "unit_name", "action", "subject", "subject_id", "details")) {
            assertFound(middle, "update trail_entry set " + column + " = " + column + " || ' ' where seq = " + middle);
        }
        assertFound(middle, "update trail_entry set at = at + interval '1 microsecond' where seq = " + middle);
        assertFound(middle, "update trail_entry set actor_id = gen_random_uuid() where seq = " + middle);
        assertFound(
                middle,
                "update trail_entry set outcome = case outcome when 'DONE' then 'REFUSED' else 'DONE' end where seq = "
                        + middle);
        assertFound(middle, "update trail_entry set hash = sha256(hash) where seq = " + middle);
        assertFound(middle, "delete from trail_entry where seq = " + middle);
        assertFound(1, "delete from trail_entry where seq = 1");
        assertFound(
                middle,
                "update trail_entry set seq = -1 where seq = %1$s; update trail_entry set seq = %1$s where seq = %1$s + 1; update trail_entry set seq = %1$s + 1 where seq = -1"
                        .formatted(middle));
        assertFound(
                middle + 1,
                "update trail_entry set seq = seq + 1000000 where seq > %1$s; update trail_entry set seq = seq - 999999 where seq > 1000000; insert into trail_entry select %1$s + 1, at, actor_id, actor_name, role, unit_name, action, outcome, subject, subject_id, details, previous_hash, hash from trail_entry where seq = %1$s"
                        .formatted(middle));
    }

    @Test
    void aCutTailIsFoundByTheTip() {
        long tip = tip();

        assertFound(tip, "delete from trail_entry where seq = " + tip);
    }

    @Test
    void aRewoundTipIsFound() {
        long tip = tip();
        tamper("update trail_tip set seq = seq - 1, hash = (select previous_hash from trail_entry where seq = " + tip
                + ")");
        try {
            assertThat(verify().firstBroken()).contains(tip + 1);
        } finally {
            tamper("update trail_tip set seq = tip_copy.seq, hash = tip_copy.hash from tip_copy");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "柳渡镇 2026-10",
                "龘䶮𠮷",
                "👩‍👩‍👧 🇨🇳",
                "two\nlines\r\nand a tab\t",
                "\u0001\u001b[31m\u007f\u0085",
                "e\u0301 is not é",
                "12:34:56",
                "\u202Eabc",
                "a=b\nc=d",
                "\uFFFD\uFEFF"
            })
    void javaAndTheDatabaseAgreeOnEveryText(String text) {
        database.owner().update("""
                        insert into trail_entry (at, actor_name, role, unit_name, action, outcome, subject, subject_id, details)
                        values (now(), ?, ?, ?, ?, 'DONE', ?, ?, ?)
                        """, text, text, text, text, text, text, text);
        record(text);

        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void anEntryTakesAnyTextAndIsCutToItsColumn() {
        record("𠮷".repeat(500) + "\0");
        assertThat(String.valueOf(last().get("subject"))).isEqualTo("𠮷".repeat(400));
        record("a\0b\u202Ec\nd");
        assertThat(last()).containsEntry("subject", "a?b?c\nd").containsEntry("details", "text=a?b?c d");
    }

    @Test
    void manyAppendersAtOnceMakeOneChain() {
        List<Integer> all = java.util.stream.IntStream.range(0, 24).boxed().toList();
        all.parallelStream().forEach(i -> record("parallel " + i));

        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void theAuditorReadsSearchesExportsAndVerifies() {
        record("needle in the trail");
        WebUser user = WebUser.signedIn(mvc, auditor);

        assertThat(user.get("/trail?text=needle")).hasStatusOk().bodyText().contains("needle in the trail");
        assertThat(user.get("/trail?text={t}", "停用账号")).hasStatusOk().bodyText().contains("停用账号");
        assertThat(user.get("/trail?shown=REFUSED")).hasStatusOk().bodyText().doesNotContain("st-done");
        assertThat(user.get("/trail?before=1")).hasStatusOk().bodyText().contains("没有找到");
        assertThat(WebUser.body(user.get("/trail/export?format=csv&text=needle")))
                .contains("needle in the trail");
        assertThat(last()).containsEntry("action", "list.exported");
        assertThat(String.valueOf(last().get("details"))).doesNotContain("outcome");
        assertThat(user.get("/trail/export?format=csv&shown=REFUSED")).hasStatusOk();
        assertThat(String.valueOf(last().get("details"))).contains("outcome=REFUSED");
        assertThat(user.get("/trail/verification")).hasStatusOk().bodyText().contains("完整，未被改动");
        assertThat(user.inEnglish().get("/trail/verification")).bodyText().contains("nothing was changed");
    }

    @Test
    void aBrokenTrailIsNamedOnThePage() {
        long middle = tip() / 2;
        tamper("update trail_entry set subject = subject || '!' where seq = " + middle);

        assertThat(WebUser.signedIn(mvc, auditor).get("/trail/verification"))
                .hasStatusOk()
                .bodyText()
                .contains("有改动")
                .contains(">" + middle + "<");
    }

    @Test
    void onlyAuditorsSeeTheTrailInTheDatabase() {
        assertThat(database.application().queryForObject("select count(*) from trail_entry", Integer.class))
                .isZero();
    }

    private void record(String text) {
        ScopeContext.run(
                administrator.user(),
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> trail.record(
                                TrailEvent.of("account.disabled", text, "").with("text", text))));
    }

    private void assertFound(long entry, String sql) {
        tamper(sql);
        try {
            assertThat(verify().firstBroken()).as(sql).contains(entry);
        } finally {
            tamper("delete from trail_entry; insert into trail_entry select * from trail_copy");
        }
        assertThat(verify().isWhole()).as("restored").isTrue();
    }

    private Verification verify() {
        return ScopeContext.call(auditor.user(), () -> verifier.verify(auditor.user()));
    }

    /** As a superuser who has switched every trigger off. */
    private void tamper(String sql) {
        superuser.execute("set session_replication_role = replica; " + sql);
    }

    private long tip() {
        return Objects.requireNonNull(superuser.queryForObject("select seq from trail_tip", Long.class));
    }

    private Map<String, @Nullable Object> last() {
        return superuser.queryForMap("select * from trail_entry order by seq desc limit 1");
    }
}
