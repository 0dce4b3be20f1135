package org.xuanpai.progress;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** For the second person, a Party secretary or another organizer: confirm a correction. */
@Requires(Permission.CONFIRM_CORRECTIONS)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayConfirmCorrections {}
