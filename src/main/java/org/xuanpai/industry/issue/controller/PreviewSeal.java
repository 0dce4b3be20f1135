package org.xuanpai.industry.issue.controller;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.platform.InstanceSecret;
import org.xuanpai.platform.Seal;

/**
 * Seals what a preview carries on: the figures, how they came in, under which file name, to whom they were shown. What is recorded
 * of an issued sheet is then what came in, not what somebody wrote into the fields of the preview.
 */
@Component
class PreviewSeal {

    private final InstanceSecret secret;

    PreviewSeal(InstanceSecret secret) {
        this.secret = secret;
    }

    String of(UUID account, IssuedMonth month, int seen, IssueWay way, String fileName, String content) {
        return Seal.of(text(account, month, seen, way, fileName, content), key());
    }

    boolean isOf(
            String seal, UUID account, IssuedMonth month, int seen, IssueWay way, String fileName, String content) {
        return Seal.isOf(seal, text(account, month, seen, way, fileName, content), key());
    }

    private byte[] key() {
        return secret.key("issue-preview");
    }

    // file names have no line breaks; browsers send those of the content in their own way
    private static String text(
            UUID account, IssuedMonth month, int seen, IssueWay way, String fileName, String content) {
        return String.join(
                "\n",
                account.toString(),
                month.path(),
                String.valueOf(seen),
                way.name(),
                fileName,
                String.join("\n", content.lines().toList()));
    }
}
