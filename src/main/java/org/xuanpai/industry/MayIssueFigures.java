package org.xuanpai.industry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** For organizers, and for bureaus whose duty has the right FIGURES: issue figures, answer objections. */
@Requires(Permission.ISSUE_FIGURES)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayIssueFigures {}
