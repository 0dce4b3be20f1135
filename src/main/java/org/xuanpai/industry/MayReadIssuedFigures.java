package org.xuanpai.industry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** For whoever may see issued figures of townships in scope; a bureau those of its own. */
@Requires(Permission.READ_ISSUED_FIGURES)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayReadIssuedFigures {}
