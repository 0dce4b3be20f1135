/**
 * The frame: start-up and command line, embedded database and row-level context, security filter chain, web and locale
 * configuration, error pages, navigation. Knows no business rule; what happens at the edge is published as events.
 */
@ApplicationModule(displayName = "Platform", allowedDependencies = "shared")
@NullMarked
package org.xuanpai.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
