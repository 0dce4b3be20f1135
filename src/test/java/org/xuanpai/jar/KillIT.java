package org.xuanpai.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Acknowledged is durable: after {@code kill -9} every submission whose redirect was seen is there (controls J4), and soon. A time
 * alone would say as much about the machine as about the program, so the restart is compared with the first start of the same run,
 * which does all that the restart does and makes the demo as well. Where the first page of the demo comes within 30 s, so do the
 * submissions after a restart.
 */
class KillIT {

    private static final String PASSWORD = "xuanpai-demo-2026";
    private static final int FIRST_ACKNOWLEDGED = 3;

    @SuppressWarnings("NullAway.Init") // signed in at the beginning of the test
    private WebForms organizer;

    @SuppressWarnings("NullAway.Init")
    private WebForms party;

    @SuppressWarnings("NullAway.Init")
    private String month;

    private int acknowledged;

    @Test
    void everySubmissionWhoseRedirectWasSeenSurvives(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        long beforeFirst = System.nanoTime();
        ServedJar served = ServedJar.demo(data);
        double first = secondsSince(beforeFirst);
        try (served) {
            organizer = WebForms.signedIn(served.url(), "organizer1", PASSWORD);
            Element waiting = Objects.requireNonNull(
                    organizer.get("progress/reviews").selectFirst("main tbody a[href*=/progress/reviews/]"));
            month = waiting.attr("href").replaceFirst("^/progress/reviews/", "").replaceFirst("\\?.*", "");
            party = WebForms.signedIn(served.url(), usernameOf(waiting), PASSWORD);
            acknowledged = submissions(party);

            for (int round = 0; round < FIRST_ACKNOWLEDGED; round++) {
                sendBackAndSubmit(round);
            }
            CompletableFuture<Void> kill =
                    CompletableFuture.runAsync(served::kill, CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));
            submitUntilNobodyAnswers();
            kill.join();
        }

        long beforeRestart = System.nanoTime();
        try (ServedJar again = ServedJar.demo(data)) {
            party.moveTo(again.url());
            int found = submissions(party);
            double restart = secondsSince(beforeRestart);
            System.out.printf(
                    "first start: %.1f s, restart after kill -9: %.1f s, submissions acknowledged: %d, found: %d%n",
                    first, restart, acknowledged, found);

            assertThat(found).isBetween(acknowledged, acknowledged + 1);
            assertThat(restart)
                    .as("seconds from the restart to the submissions, beside those of the first start")
                    .isLessThanOrEqualTo(first);
        }
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void submitUntilNobodyAnswers() {
        try {
            for (int round = 0; round < 10_000; round++) {
                sendBackAndSubmit(round);
            }
        } catch (IOException nobodyAnswers) {
            return;
        }
        throw new AssertionError("the application was not killed");
    }

    private void sendBackAndSubmit(int round) throws IOException {
        Connection sendBack = WebForms.form(organizer.get("progress/reviews/" + month), "/return");
        Objects.requireNonNull(sendBack.data("reason")).value("请再核对一遍，第 " + round + " 次");
        assertThat(sendBack.execute().statusCode()).isEqualTo(302);

        Connection submit = WebForms.form(party.get("progress/" + month), "/submission");
        Objects.requireNonNull(submit.data("partyPart")).value("第 " + round + " 次核对完毕");
        if (submit.execute().statusCode() == 302) {
            acknowledged++;
        }
    }

    /** The demo's Party secretaries are numbered in the order of their townships. */
    private String usernameOf(Element waiting) throws IOException {
        String township = waiting.attr("href").split("/")[3];
        Document list = organizer.get("progress?month=" + month.split("/")[1]);
        int row = list.select("main tbody tr")
                .indexOf(list.select("main tbody tr:has(a[href*=" + township + "])")
                        .first());
        return "party" + (row + 1);
    }

    private int submissions(WebForms reader) throws IOException {
        return reader.get("progress/" + month)
                .select("main .xp-steps li:contains(提交)")
                .size();
    }
}
