package id.alur.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that answers one command with a fault of one's choice, and remembers who was to get mail. */
final class RefusingMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String refused;
  private final String answer;
  final List<String> recipients = new CopyOnWriteArrayList<>();

  RefusingMailServer(String refused, String answer) throws IOException {
    this.refused = refused;
    this.answer = answer;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "refusing-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException closed) {
        // the test is over, or the client went away
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    reply(client, "220 ready");
    for (String command = commands.readLine(); command != null; command = commands.readLine()) {
      if (command.startsWith(refused)) {
        reply(client, answer);
      } else if (command.equals("DATA")) {
        reply(client, "354 go on");
        while (!commands.readLine().equals(".")) {
          // the content of the mail does not matter here
        }
        reply(client, "250 kept");
      } else {
        if (command.startsWith("RCPT TO:")) {
          recipients.add(command.replaceAll(".*<(.*)>.*", "$1"));
        }
        reply(client, "250 fine");
      }
    }
  }

  private static void reply(Socket client, String line) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
