package org.xuanpai.platform;

import org.xuanpai.shared.CurrentUser;

/** Somebody signed in. */
public record SignedIn(CurrentUser user) {}
