package org.xuanpai.industry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** For organizers: propose which value of an indicator is typed, confirm what another one proposed. */
@Requires(Permission.EDIT_INDICATORS)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayEditIndicators {}
