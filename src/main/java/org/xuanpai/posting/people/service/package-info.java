/** Use cases about people. */
@NullMarked
package org.xuanpai.posting.people.service;

import org.jspecify.annotations.NullMarked;
