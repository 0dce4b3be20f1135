package org.xuanpai.platform;

import org.xuanpai.shared.CurrentUser;

/**
 * An act was refused, by a missing permission or by a rule. Published after the rollback; {@code audit} records it in a
 * transaction of its own.
 *
 * @param user who tried
 * @param act the service method, such as {@code ReportService.submit}
 * @param reason the message key of the rule, or {@code error.forbidden}
 * @param details the message's arguments as text
 * @param slip whether it only has to be mended and sent again
 */
public record Refused(CurrentUser user, String act, String reason, String details, boolean slip) {}
