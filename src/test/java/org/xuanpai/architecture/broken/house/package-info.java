/** Classes that break a rule of the whole house. */
@NullMarked
package org.xuanpai.architecture.broken.house;

import org.jspecify.annotations.NullMarked;
