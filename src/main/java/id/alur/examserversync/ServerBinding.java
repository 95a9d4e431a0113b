package id.alur.examserversync;

/** The machine that has {@code serialNumber} works under {@code serverId} in {@code round} (ES-8, ES-9). */
record ServerBinding(ExamRound round, SerialNumber serialNumber, ServerId serverId) {}
