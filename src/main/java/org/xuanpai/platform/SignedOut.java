package org.xuanpai.platform;

import org.xuanpai.shared.CurrentUser;

/** Somebody signed out. */
public record SignedOut(CurrentUser user) {}
