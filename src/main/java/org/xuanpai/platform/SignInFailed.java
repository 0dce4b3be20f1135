package org.xuanpai.platform;

/**
 * A log-in was refused.
 *
 * @param username what was typed, shortened to 64 characters
 * @param reason why, for the trail only; the user always sees the same text
 */
public record SignInFailed(String username, String reason) {}
