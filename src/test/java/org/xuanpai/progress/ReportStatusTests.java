package org.xuanpai.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportStatusTests {

    /** Which status follows which act; "-" where the act is not possible. The columns are in the order of the acts. */
    private static final Map<ReportStatus, String> TABLE = Map.of(
            //                       ENTER    PARTY    CONFIRM  SUBMIT    SEND_BACK APPROVE  LOCK   REOPEN   CORRECT
            ReportStatus.DRAFT, "DRAFT    DRAFT    DRAFT    SUBMITTED -         -        -      -        -",
            ReportStatus.SUBMITTED, "-        -        -        -         RETURNED  APPROVED -      -        -",
            ReportStatus.RETURNED, "RETURNED RETURNED RETURNED SUBMITTED -         -        -      -        -",
            ReportStatus.APPROVED, "-        -        -        -         -         -        LOCKED -        APPROVED",
            ReportStatus.LOCKED, "-        -        -        -         -         -        -      APPROVED -");

    @ParameterizedTest
    @EnumSource
    void everyActLeadsWhereTheTableSays(ReportStatus status) {
        String[] row = Objects.requireNonNull(TABLE.get(status)).split("\\s+");
        assertThat(row).hasSameSizeAs(ReportAction.values());
        for (ReportAction action : ReportAction.values()) {
            String expected = row[action.ordinal()];
            assertThat(status.after(action).map(Enum::name).orElse("-"))
                    .as("%s after %s", status, action)
                    .isEqualTo(expected);
            assertThat(status.allows(action)).isEqualTo(!expected.equals("-"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTownshipHasItWhereItCanBeHandedIn(ReportStatus status) {
        assertThat(status.isWithTownship()).isEqualTo(status.allows(ReportAction.SUBMIT));
    }
}
