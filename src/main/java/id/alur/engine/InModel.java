package id.alur.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** A bean that models may name in their expressions. No other bean can be reached from one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface InModel {

  /** The bean's name; by default the class name with a small first letter. */
  @AliasFor(annotation = Component.class)
  String value() default "";
}
