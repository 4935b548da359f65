/* Many phones on one thread: opens WebSocket lines to a server, submits edits through them, and measures when each edit has
 * reached every phone. Linux only (epoll). The same command line and the same result as load.py, which needs no compiler.
 *
 *   load fan_out HOST PORT PATH PHONES SUBMIT BASE RATE IN_FLIGHT SECONDS
 *   load join    HOST PORT PATH PHONES SNAPSHOT_PATH
 *   load rate    HOST PORT PATH PHONES SUBMIT BASE WALL_PATH SECONDS
 *
 * PATH and SNAPSHOT_PATH may hold @PHONE@; SUBMIT may hold @ID@ and @PLACE@, numbered from BASE; SNAPSHOT_PATH may hold
 * @NUMBER@. With IN_FLIGHT 0, edits leave at RATE a second; otherwise so many are kept under way. When all lines are ready,
 * `fan_out` prints "ready" and begins at the next line of its input. The result is one line of JSON; its times leave out the first
 * edits (see WARMING). At a steady rate it does not sleep between edits: on one machine the server's core would have to wake it, some
 * 3 us for each phone, and a real phone is woken by its own.
 *
 * With `rate`, every phone sends once within so many seconds, one after the other. One more line, the wall, only listens: what
 * counts is when it has the entry that a phone's sending became.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BUFFER (1 << 20)
#define TEXT 16384
#define DRAIN_SECONDS 10.0
#define OPENING_AT_ONCE 64
#define MOST_EDITS 4000000

/* A fresh line acknowledges its first 16 packets at once (Linux: TCP_MAX_QUICKACKS). On one machine the server's core does that work,
 * half as much again as the sending; in a workshop of two hours it is the first two seconds. */
#define WARMING 20

enum state { WAITING, CONNECTING, HANDSHAKE, GREETED, READY, FETCHING, DONE, CLOSED };

struct line {
    int fd, index;
    enum state state;
    char *rest;          /* what was read of a frame that is not whole yet */
    size_t rest_length, rest_room;
    long number;         /* of the last entry */
    double ready_at;
    long want;           /* bytes of a snapshot that are still to come; -1 before its head was read */
};

static const char *host, *path, *snapshot_path, *submit;
static int port, phones, epoll_fd, ready, opened;
static struct line *lines;
static char buffer[BUFFER];
static long base, edits, lost_lines, gaps, snapshot_bytes, delivered;
static double *sent_at, *last_at;
static int *reached;
static float *each_ms;
static size_t each_count, each_room;
static int in_flight, joining;

/* Rating: by the number of an entry, when the wall had it and how many answers it told of; by phone, the number of its entry. */
static const char *wall_path;
static double *shown_at;
static long *number_of, walled, acknowledged, answered, out_of_step;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void fail(const char *words) {
    perror(words);
    exit(1);
}

/* Copies a text, putting numbers in place of marks. */
static void fill(char *out, size_t room, const char *text, const char *mark_a, const char *a, const char *mark_b, const char *b) {
    size_t at = 0;
    while (*text && at + 64 < room) {
        const char *value = NULL;
        size_t mark = 0;
        if (mark_a && !strncmp(text, mark_a, strlen(mark_a))) value = a, mark = strlen(mark_a);
        else if (mark_b && !strncmp(text, mark_b, strlen(mark_b))) value = b, mark = strlen(mark_b);
        if (value) {
            at += snprintf(out + at, room - at, "%s", value);
            text += mark;
        } else out[at++] = *text++;
    }
    out[at] = 0;
}

static void write_all(struct line *line, const char *bytes, size_t length) {
    while (length) {
        ssize_t done = write(line->fd, bytes, length);
        if (done < 0 && errno == EAGAIN) continue;
        if (done < 0) return;
        bytes += done;
        length -= done;
    }
}

/* A client's frame is masked (RFC 6455, section 5.3); a mask of zeros leaves the bytes as they are. */
static void send_frame(struct line *line, int opcode, const char *text, size_t length) {
    char out[TEXT + 16];
    size_t at = 0;
    out[at++] = (char)(0x80 | opcode);
    if (length <= 125) out[at++] = (char)(0x80 | length);
    else {
        out[at++] = (char)(0x80 | 126);
        out[at++] = (char)(length >> 8);
        out[at++] = (char)(length & 0xff);
    }
    memset(out + at, 0, 4);
    at += 4;
    memcpy(out + at, text, length);
    write_all(line, out, at + length);
}

static int open_socket(void) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    int one = 1;
    if (fd < 0) fail("socket");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    inet_pton(AF_INET, host, &to.sin_addr);
    if (connect(fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) fail("connect");
    return fd;
}

static void watch(struct line *line, int operation, unsigned events) {
    struct epoll_event event = {.events = events, .data.ptr = line};
    if (epoll_ctl(epoll_fd, operation, line->fd, &event) < 0) fail("epoll_ctl");
}

static void open_line(struct line *line) {
    line->fd = open_socket();
    line->state = CONNECTING;
    watch(line, EPOLL_CTL_ADD, EPOLLOUT);
    opened++;
}

static void begin_handshake(struct line *line) {
    char out[TEXT], filled[TEXT], phone[16];
    snprintf(phone, sizeof phone, "%d", line->index);
    int wall = wall_path && line->index == phones - 1;
    fill(filled, sizeof filled, wall ? wall_path : path, "@PHONE@", phone, NULL, NULL);
    int length = snprintf(out, sizeof out,
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Origin: http://%s:%d\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        filled, host, port, host, port);
    watch(line, EPOLL_CTL_MOD, EPOLLIN);
    write_all(line, out, length);
    line->state = HANDSHAKE;
}

static void fetch_snapshot(struct line *line, long number) {
    char filled[TEXT], phone[16], text[32];
    snprintf(phone, sizeof phone, "%d", line->index);
    snprintf(text, sizeof text, "%ld", number);
    fill(filled, sizeof filled, snapshot_path, "@PHONE@", phone, "@NUMBER@", text);
    /* A browser fetches it beside the socket, on a line of its own. The socket stays open. */
    struct line *fetch = calloc(1, sizeof *fetch);
    *fetch = (struct line){.fd = open_socket(), .index = line->index, .state = FETCHING, .want = -1};
    fetch->rest = strdup(filled);
    watch(fetch, EPOLL_CTL_ADD, EPOLLOUT);
}

static void begin_fetch(struct line *fetch) {
    char out[TEXT];
    int length = snprintf(out, sizeof out, "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept-Encoding: gzip\r\n\r\n", fetch->rest, host, port);
    watch(fetch, EPOLL_CTL_MOD, EPOLLIN);
    write_all(fetch, out, length);
}

static void read_fetch(struct line *fetch) {
    ssize_t length = read(fetch->fd, buffer, BUFFER - 1);
    if (length < 0 && errno == EAGAIN) return;
    if (length <= 0) { lost_lines++; close(fetch->fd); return; }
    char *body = buffer;
    if (fetch->want < 0) {
        buffer[length] = 0;
        char *end = strstr(buffer, "\r\n\r\n"), *size = strcasestr(buffer, "content-length:");
        if (strncmp(buffer, "HTTP/1.1 200", 12) || !end || !size) { lost_lines++; close(fetch->fd); return; }
        fetch->want = atol(size + 15);
        body = end + 4;
    }
    long got = buffer + length - body;
    snapshot_bytes += got;
    fetch->want -= got;
    if (fetch->want <= 0) {
        lines[fetch->index].ready_at = now();
        lines[fetch->index].state = DONE;
        ready++;
        close(fetch->fd);
    }
}

static void edit(struct line *author) {
    char text[TEXT], id[64], place[64];
    long index = edits++;
    snprintf(id, sizeof id, "01900000-0000-7000-8000-%012ld", base + index);
    snprintf(place, sizeof place, "01900000-0000-7000-9000-%012ld", base + index);
    fill(text, sizeof text, submit, "@ID@", id, "@PLACE@", place);
    sent_at[index] = now();
    send_frame(author, 1, text, strlen(text));
}

static struct line *next_author(void) {
    return &lines[(edits * 7919L) % phones];
}

/* The wall's entries say how many have answered: one more with each. */
static void take_on_wall(long number, const char *text, size_t length, double at) {
    static const char mark[] = "\"answered\":";
    if (number < 0 || number >= MOST_EDITS || shown_at[number]) return;
    shown_at[number] = at;
    walled++;
    const char *found = memmem(text, length, mark, sizeof mark - 1);
    if (!found) return;
    long told = atol(found + sizeof mark - 1);
    if (told != answered + 1) out_of_step++;
    answered = told;
}

static void take_entry(struct line *line, const char *text, size_t length, double at) {
    static const char head[] = "{\"type\":\"entry\",\"number\":", mark[] = "\"operation\":\"01900000-0000-7000-8000-";
    if (length < sizeof head || memcmp(text, head, sizeof head - 1)) return;
    long number = atol(text + sizeof head - 1);
    if (line->number && number != line->number + 1) gaps++;
    line->number = number;
    if (wall_path && line->index == phones - 1) { take_on_wall(number, text, length, at); return; }
    const char *found = memmem(text, length, mark, sizeof mark - 1);
    if (!found) return;
    char digits[13] = {0};
    memcpy(digits, found + sizeof mark - 1, 12);
    long index = strtol(digits, NULL, 10) - base;
    if (index < 0 || index >= edits) return;
    if (wall_path) {
        if (index == line->index && !number_of[index]) number_of[index] = number, acknowledged++;
        return;
    }
    delivered++;
    last_at[index] = at;
    if (index >= WARMING && each_count < each_room) each_ms[each_count++] = (float)((at - sent_at[index]) * 1e3);
    if (++reached[index] == phones && in_flight) edit(next_author());
}

static void take_text(struct line *line, const char *text, size_t length, double at) {
    if (line->state == READY) {
        take_entry(line, text, length, at);
        return;
    }
    static const char catch_up[] = "{\"type\":\"catch_up\"", named[] = "\"snapshot\":";
    if (length < sizeof catch_up || memcmp(text, catch_up, sizeof catch_up - 1)) return;
    const char *found = memmem(text, length, named, sizeof named - 1);
    if (joining && found && found[sizeof named - 1] != 'n') {
        line->state = FETCHING;
        fetch_snapshot(line, atol(found + sizeof named - 1));
    } else {
        line->state = READY;
        ready++;
    }
}

/* Takes the whole frames among these bytes; returns how many bytes they were. */
static size_t take_frames(struct line *line, const char *bytes, size_t length, double at) {
    size_t start = 0;
    while (length - start >= 2) {
        const unsigned char *head = (const unsigned char *)bytes + start;
        size_t size = head[1] & 0x7f, from = 2;
        if (size == 126) {
            if (length - start < 4) break;
            size = head[2] << 8 | head[3], from = 4;
        } else if (size == 127) {
            if (length - start < 10) break;
            size = 0, from = 10;
            for (int i = 2; i < 10; i++) size = size << 8 | head[i];
        }
        if (length - start < from + size) break;
        const char *text = bytes + start + from;
        int opcode = head[0] & 0x0f;
        if (opcode == 1) take_text(line, text, size, at);
        else if (opcode == 9) send_frame(line, 10, text, size);
        else if (opcode == 8) line->state = CLOSED, lost_lines++;
        start += from + size;
    }
    return start;
}

static void keep_rest(struct line *line, const char *bytes, size_t length) {
    if (length > line->rest_room) {
        line->rest_room = length * 2;
        char *larger = malloc(line->rest_room);
        memcpy(larger, bytes, length);
        free(line->rest);
        line->rest = larger;
    } else memmove(line->rest, bytes, length);
    line->rest_length = length;
}

static void read_line(struct line *line) {
    if (line->rest_length >= BUFFER) fail("a frame is too long");
    memcpy(buffer, line->rest, line->rest_length);
    ssize_t got = read(line->fd, buffer + line->rest_length, BUFFER - 1 - line->rest_length);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) {
        if (line->state != CLOSED) lost_lines++;
        line->state = CLOSED;
        close(line->fd);
        return;
    }
    double at = now();
    size_t length = line->rest_length + got, start = 0;
    if (line->state == HANDSHAKE) {
        static const char hello[] = "{\"type\":\"hello\",\"protocol\":1,\"after\":null}";
        buffer[length] = 0;
        char *end = memmem(buffer, length, "\r\n\r\n", 4);
        if (!end) { keep_rest(line, buffer, length); return; }
        if (strncmp(buffer, "HTTP/1.1 101", 12)) { fprintf(stderr, "refused: %.80s\n", buffer); exit(1); }
        line->state = GREETED;
        start = end + 4 - buffer;
        send_frame(line, 1, hello, sizeof hello - 1);
    }
    start += take_frames(line, buffer + start, length - start, at);
    keep_rest(line, buffer + start, length - start);
}

/* Handles what happened; waits at most so many milliseconds, or microseconds busily if that is 0. */
static void turn(int wait) {
    struct epoll_event events[512];
    int count = epoll_wait(epoll_fd, events, 512, wait);
    for (int i = 0; i < count; i++) {
        struct line *line = events[i].data.ptr;
        int fetch = line < lines || line >= lines + phones;
        if (fetch) {
            if (events[i].events & EPOLLOUT) begin_fetch(line);
            else read_fetch(line);
        } else if (line->state == CONNECTING) begin_handshake(line);
        else if (line->state != CLOSED) read_line(line);
    }
}

static int compare(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static void print_spread(const char *name, float *values, size_t count) {
    qsort(values, count, sizeof *values, compare);
    if (!count) { printf("\"%s\":null,", name); return; }
    printf("\"%s\":{\"p50\":%.3f,\"p99\":%.3f,\"max\":%.3f},", name, values[count / 2], values[(size_t)(count * 0.99)], values[count - 1]);
}

static double own_seconds(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void open_all(int at_once) {
    while (ready < phones && !lost_lines) {
        while (opened < phones && opened - ready < at_once) open_line(&lines[opened]);
        turn(1000);
    }
    if (lost_lines) { fprintf(stderr, "lines were lost while opening\n"); exit(1); }
}

static void run_edits(double rate, double seconds) {
    double began = now(), ends = began + seconds;
    for (int i = 0; i < in_flight; i++) edit(next_author());
    int keep = in_flight;
    while (now() < ends && !lost_lines) {
        if (!keep) while (began + edits / rate <= now() && now() < ends) edit(next_author());
        turn(keep ? 100 : 0);
    }
    in_flight = 0;
    double drained = now() + DRAIN_SECONDS;
    while (delivered < edits * phones && now() < drained && !lost_lines) turn(10);
}

static void fan_out(double rate, double seconds) {
    sent_at = calloc(MOST_EDITS, sizeof *sent_at);
    last_at = calloc(MOST_EDITS, sizeof *last_at);
    reached = calloc(MOST_EDITS, sizeof *reached);
    each_room = 20000000;
    each_ms = malloc(each_room * sizeof *each_ms);
    open_all(OPENING_AT_ONCE);
    puts("ready");
    fflush(stdout);
    if (getchar() == EOF) return;
    double began = now(), own = own_seconds();
    run_edits(rate, seconds);
    double took = now() - began;
    float *whole = malloc(edits * sizeof *whole);
    size_t count = 0;
    for (long i = WARMING; i < edits; i++) if (reached[i] == phones) whole[count++] = (float)((last_at[i] - sent_at[i]) * 1e3);
    printf("{");
    print_spread("last_ms", whole, count);
    print_spread("each_ms", each_ms, each_count);
    printf("\"edits\":%ld,\"delivered\":%ld,\"lost\":%ld,\"gaps\":%ld,\"closed\":%ld,\"seconds\":%.4f,\"own_seconds\":%.3f}\n",
        edits, delivered, edits * phones - delivered, gaps, lost_lines, took, own_seconds() - own);
}

static void rate(double seconds) {
    int raters = phones - 1;
    sent_at = calloc(MOST_EDITS, sizeof *sent_at);
    shown_at = calloc(MOST_EDITS, sizeof *shown_at);
    number_of = calloc(phones, sizeof *number_of);
    open_all(OPENING_AT_ONCE);
    puts("ready");
    fflush(stdout);
    if (getchar() == EOF) return;
    double began = now(), own = own_seconds();
    while (edits < raters && !lost_lines) {
        while (edits < raters && began + edits * seconds / raters <= now()) edit(&lines[edits]);
        turn(1);
    }
    double drained = now() + DRAIN_SECONDS;
    while ((acknowledged < raters || walled < raters) && now() < drained && !lost_lines) turn(10);
    double took = now() - began;
    float *times = malloc(raters * sizeof *times);
    size_t count = 0;
    for (int i = 0; i < raters; i++) {
        double shown = number_of[i] && number_of[i] < MOST_EDITS ? shown_at[number_of[i]] : 0;
        if (shown) times[count++] = (float)((shown - sent_at[i]) * 1e3);
    }
    printf("{");
    print_spread("shown_ms", times, count);
    printf("\"sent\":%ld,\"acknowledged\":%ld,\"shown\":%zu,\"answered\":%ld,\"out_of_step\":%ld,\"gaps\":%ld,\"closed\":%ld,"
        "\"seconds\":%.4f,\"own_seconds\":%.3f}\n",
        edits, acknowledged, count, answered, out_of_step, gaps, lost_lines, took, own_seconds() - own);
}

static void join(void) {
    joining = 1;
    double began = now();
    while (ready < phones && !lost_lines && now() < began + 60) {
        while (opened < phones) open_line(&lines[opened]);
        turn(1000);
    }
    float *times = malloc(phones * sizeof *times);
    size_t count = 0;
    for (int i = 0; i < phones; i++) if (lines[i].state == DONE) times[count++] = (float)((lines[i].ready_at - began) * 1e3);
    printf("{");
    print_spread("ready_ms", times, count);
    printf("\"ready\":%d,\"closed\":%ld,\"snapshot_bytes\":%ld,\"own_seconds\":%.3f}\n", ready, lost_lines, snapshot_bytes / phones, own_seconds());
}

int main(int count, char **words) {
    if (count < 7) { fprintf(stderr, "see the head of load.c\n"); return 2; }
    host = words[2], port = atoi(words[3]), path = words[4], phones = atoi(words[5]);
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    epoll_fd = epoll_create1(0);
    int rating = !strcmp(words[1], "rate");
    if (rating) {
        if (count < 10) return 2;
        wall_path = words[8];
        phones++;
    }
    lines = calloc(phones, sizeof *lines);
    for (int i = 0; i < phones; i++) lines[i].index = i;
    if (!strcmp(words[1], "join")) {
        snapshot_path = words[6];
        join();
    } else if (rating) {
        submit = words[6], base = atol(words[7]);
        rate(atof(words[9]));
    } else {
        if (count < 11) return 2;
        submit = words[6], base = atol(words[7]), in_flight = atoi(words[9]);
        fan_out(atof(words[8]), atof(words[10]));
    }
    return lost_lines ? 1 : 0;
}
