package org.xuanpai.platform;

/** Where the session keeps the id of the duty acted under; {@code account} changes it when somebody switches. */
public final class ActingDuty {

    public static final String SESSION_ATTRIBUTE = "duty";

    private ActingDuty() {}
}
