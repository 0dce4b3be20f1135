package org.xuanpai.progress;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** For organizers: propose that one figure of an approved report is corrected. */
@Requires(Permission.PROPOSE_CORRECTIONS)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayProposeCorrections {}
