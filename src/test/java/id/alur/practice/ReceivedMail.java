package id.alur.practice;

import java.time.Instant;

record ReceivedMail(Instant received, String to, String subject, String body) {}
