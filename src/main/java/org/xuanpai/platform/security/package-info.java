/** The security filter chain, the session's three values and the permission check in front of services. */
@NullMarked
package org.xuanpai.platform.security;

import org.jspecify.annotations.NullMarked;
