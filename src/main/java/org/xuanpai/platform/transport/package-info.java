/** How the application is reached: unencrypted from this computer only, under a certificate from everywhere else. */
@NullMarked
package org.xuanpai.platform.transport;

import org.jspecify.annotations.NullMarked;
