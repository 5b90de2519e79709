using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Security;

/// <summary>What the project itself tries against the platform, from outside and over HTTP.</summary>
internal sealed partial class Attacks(Target target, GivenWork work)
{
    private const string Officer = GivenWork.Officer;
    private const string Rutland = GivenWork.Rutland;
    private const string Finance = "finance@opcc.example";
    private const string Administrator = "admin@opcc.example";
    private const string ReadMe = "/api/users/me";

    /// <summary>Each attack, and what it was answered where it got through; empty where it did not.</summary>
    public IReadOnlyList<(string Name, Func<Task<string>> Try)> All =>
        [
            ("Bearer tokens made up, unsigned, signed by a key of one's own, or with the public key as a secret", ForgedTokensAsync),
            ("A program's token, changed by one letter; after the program is revoked; for what it may not do", ProgramsTokenAsync),
            ("The cookie of a session that has ended; of one that an attacker chose", EndedSessionAsync),
            ("A session's cookie, changed, cut off, swapped between two people", ChangedCookieAsync),
            ("Headers that only the gateway may write: caller, arrival, source, forwarding", ForgedHeadersAsync),
            ("A code of an authenticator app, used twice; an old one; a page of sign-in skipped", CodeTwiceAsync),
            ("Posts from another site, from a page of no site, and by GET", OtherSitesAsync),
            ("Signing without giving the password again", StepUpAsync),
            ("Giving oneself roles, as an editor, a lead, an officer, and as the one administrator", SelfGrantingAsync),
            ("What another partnership wrote, by its pages, its API and its files", AnothersWorkAsync),
            ("Fields that nobody may set: partnership, state, roles, version", MassAssignmentAsync),
            ("A Host header of somebody else", HostAsync),
            ("Redirects to another site", RedirectsAsync),
            ("Bytes beyond ASCII, two lengths, and a chunked body behind a length, in headers", HeadersAsync),
            ("Bodies, headers and addresses that are too long; JSON that is too deep", TooLongAsync),
            ("Wrong passwords: only the place that guesses is locked out", LockOutAsync),
            ("Who has an account, by words and by time", WhoHasAnAccountAsync),
            ("Files that are not what they say, or do something", FilesAsync),
            ("Files of the server: secrets, settings, source, parents of folders", ServersFilesAsync),
            ("Headers that tell a browser what to refuse, on every kind of answer", BrowserHeadersAsync),
            ("Methods that nothing answers: TRACE, CONNECT, made up", MethodsAsync),
            ("The same Idempotency-Key as somebody else's request", AnothersKeyAsync),
            ("A one-time link that is guessed; how often letters can be asked for", LinksAsync),
        ];

    private static string Expect(bool holds, string otherwise) => holds ? "" : otherwise + " ";

    private Task<Answer> GetAsync(string path, string? cookie = null, params (string, string)[] headers) =>
        target.SendAsync(new Shot(HttpMethod.Get, path) { Cookie = cookie, Headers = headers });

    private Task<Answer> PostAsync(string path, string? cookie, params (string, string)[] fields) =>
        target.SendAsync(
            new Shot(HttpMethod.Post, path)
            {
                Cookie = cookie,
                Content = Target.Form(fields),
                Headers = [("Accept", "text/html")],
            }
        );

    private async Task<string> ForgedTokensAsync()
    {
        var published = JsonSerializer.Deserialize<JsonElement>((await GetAsync("/.well-known/caller-keys.json")).Said);
        var key = published.GetProperty("keys")[0];
        var problems = new StringBuilder(Expect(!key.TryGetProperty("d", out _), "the private key is published"));
        var own = new CallerSigner(CallerSigner.NewKey(), []);
        var now = TimeProvider.System.GetUtcNow();
        var signed = own.Issue(ServiceNames.Bids, new(Guid.NewGuid(), "Mallory"), [Roles.Officer], null, now, null);
        var parts = signed.Split('.');
        var publicKey = Encoding.UTF8.GetBytes(key.ToString());
        var hs = Part($$"""{"alg":"HS256","typ":"caller+jwt","kid":"{{key.GetProperty("kid").GetString()}}"}""");
        string[] forged =
        [
            "CfDJ8forged",
            signed,
            $"{Part("""{"alg":"none","typ":"caller+jwt"}""")}.{parts[1]}.",
            $"{hs}.{parts[1]}.{Url(HMACSHA256.HashData(publicKey, Encoding.UTF8.GetBytes($"{hs}.{parts[1]}")))}",
            $"{Part($$"""{"alg":"ES256","typ":"caller+jwt","jwk":{{key}}}""")}.{parts[1]}.{parts[2]}",
            new('a', 8_000),
        ];
        foreach (var token in forged)
        foreach (var path in new[] { "/api/bids", "/api/returns", "/api/letters", "/api/foi", ReadMe })
        {
            var answer = await GetAsync(path, null, ("Authorization", "Bearer " + token));
            problems.Append(Expect(answer.Status == 401, $"{token[..Math.Min(20, token.Length)]} at {path}: {answer.Status}"));
        }
        return problems.ToString();

        static string Part(string json) => Url(Encoding.UTF8.GetBytes(json));
        static string Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }

    private async Task<string> ProgramsTokenAsync()
    {
        var cookie = await target.ConfirmedAsync(Administrator);
        var until = London.DateOf(TimeProvider.System.GetUtcNow()).AddDays(30);
        var id = Guid.CreateVersion7();
        var made = await PostAsync(
            "/account/programs/new",
            cookie,
            ("Name", "Attacker"),
            ("Partnership", "RUT"),
            ("Access", "read"),
            ("Until.Day", $"{until.Day}"),
            ("Until.Month", $"{until.Month}"),
            ("Until.Year", $"{until.Year}"),
            ("ClientId", $"{id}")
        );
        if (Made().Match(made.Said) is not { Success: true } shown)
            return $"no program could be registered: {made.Status}";
        var (client, secret) = (shown.Groups["id"].Value, WebUtility.HtmlDecode(shown.Groups["secret"].Value));
        async Task<Answer> TokenAsync(string password) =>
            await target.SendAsync(
                new Shot(HttpMethod.Post, "/api/tokens")
                {
                    Site = null,
                    Content = Target.Form(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", password)),
                }
            );
        var given = await TokenAsync(secret);
        if (given.Status != 200)
            return $"the program gets no token: {given.Status} {given.Said}";
        var token = JsonSerializer.Deserialize<JsonElement>(given.Said).GetProperty("access_token").GetString()!;
        var middle = token.Length / 2;
        var changed = token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..];
        Task<Answer> AskAsync(HttpMethod method, string path, string bearer) =>
            target.SendAsync(
                new Shot(method, path)
                {
                    Site = null,
                    Headers = [("Authorization", "Bearer " + bearer), ("If-Match", "\"1\"")],
                    Content = method == HttpMethod.Get ? null : JsonContent("{}"),
                }
            );
        var problems = new StringBuilder();
        async Task ShouldAsync(int status, HttpMethod method, string path, string bearer)
        {
            var answer = await AskAsync(method, path, bearer);
            problems.Append(Expect(answer.Status == status, $"{method} {path}: {answer.Status}, not {status}"));
        }
        problems.Append(Expect((await TokenAsync("guessed")).Status == 401, "a guessed secret"));
        await ShouldAsync(200, HttpMethod.Get, "/api/bids", token);
        await ShouldAsync(401, HttpMethod.Get, "/api/bids", changed);
        await ShouldAsync(404, HttpMethod.Get, $"/api/bids/{work.Draft}", token);
        await ShouldAsync(403, HttpMethod.Post, "/api/bids", token);
        await ShouldAsync(403, HttpMethod.Get, "/bids", token);
        await ShouldAsync(403, HttpMethod.Get, "/api/users", token);
        await PostAsync("/account/programs", cookie, ("Id", client));
        await ShouldAsync(401, HttpMethod.Get, "/api/bids", token);
        return problems.ToString();
    }

    private async Task<string> EndedSessionAsync()
    {
        var cookie = await target.SessionAsync(GivenWork.Editor);
        var before = (await GetAsync(ReadMe, cookie)).Status;
        await PostAsync("/account/sign-out", cookie);
        var after = (await GetAsync(ReadMe, cookie)).Status;
        var own = await PostAsync(
            "/account/sign-in",
            "platform-session=chosen-by-an-attacker",
            ("Email", GivenWork.Editor),
            ("Password", target.Password)
        );
        await target.SessionAsync(GivenWork.Editor, anew: true);
        return Expect(before == 200 && after == 401, $"{before} before, {after} after signing out")
            + Expect(
                own.Cookies.Contains("platform-session=", StringComparison.Ordinal)
                    && !own.Cookies.Contains("chosen-by", StringComparison.Ordinal),
                "the attacker's session was taken"
            );
    }

    private async Task<string> ChangedCookieAsync()
    {
        var cookie = await target.SessionAsync(GivenWork.Editor);
        var session = cookie.Split("; ").First(c => c.StartsWith("platform-session=", StringComparison.Ordinal));
        var problems = "";
        foreach (
            var forged in new[]
            {
                session[..^5],
                session + "AAAA",
                session.ToUpperInvariant(),
                "platform-session=",
                "platform-session=CfDJ8",
            }
        )
            problems += Expect((await GetAsync(ReadMe, forged)).Status == 401, $"{forged[..Math.Min(30, forged.Length)]} was taken");
        return problems;
    }

    private async Task<string> ForgedHeadersAsync()
    {
        var session = await target.SessionAsync(Rutland);
        var own = new CallerSigner(CallerSigner.NewKey(), []);
        var token = own.Issue(
            ServiceNames.Bids,
            new(Guid.NewGuid(), "Mallory"),
            [Roles.Officer],
            null,
            TimeProvider.System.GetUtcNow(),
            null
        );
        var problems = "";
        foreach (
            var (name, value) in new[]
            {
                ("Platform-Caller", token),
                ("Platform-Arrived-At", "1"),
                ("Platform-Source", "10.0.0.1"),
                ("X-Forwarded-User", Officer),
                ("X-Forwarded-For", "127.0.0.1"),
                ("X-Original-URL", "/api/users"),
                ("X-Rewrite-URL", "/api/users"),
                ("X-HTTP-Method-Override", "DELETE"),
                ("Connection", "Authorization, Cookie"),
            }
        )
        {
            problems += Expect((await GetAsync("/api/bids", null, (name, value))).Status == 401, $"{name} let nobody in");
            var asRutland = await GetAsync($"/api/bids/{work.Draft}", session, (name, value));
            problems += Expect(asRutland.Status is 404 or 401, $"{name} showed Rutland what is Melton's: {asRutland.Status}");
        }
        return problems;
    }

    private async Task<string> CodeTwiceAsync()
    {
        async Task<string?> HalfwayAsync() =>
            (await PostAsync("/account/sign-in", null, ("Email", "board@opcc.example"), ("Password", target.Password))).Response
                is { } answer
            && answer.Headers.TryGetValues("Set-Cookie", out var set)
                ? string.Join("; ", set.Select(c => c.Split(';')[0]))
                : null;
        Task<Answer> TakeAsync(string? cookie, string code) => PostAsync("/account/sign-in?handler=code", cookie, ("Code", code));
        var code = target.Code(1);
        var first = await TakeAsync(await HalfwayAsync(), code);
        var second = await TakeAsync(await HalfwayAsync(), code);
        var old = await TakeAsync(await HalfwayAsync(), target.Code(-3));
        var skipped = await GetAsync(ReadMe, await HalfwayAsync());
        var without = await TakeAsync(null, target.Code());
        return Expect(first.Status == 302, $"a code that counts is answered {first.Status}")
            + Expect(second.Status != 302, "a code counted twice")
            + Expect(old.Status != 302, "an old code counted")
            + Expect(skipped.Status == 401, $"half a sign-in was enough: {skipped.Status}")
            + Expect(without.Status != 302, "a code without a password was enough");
    }

    private async Task<string> OtherSitesAsync()
    {
        var session = await target.SessionAsync(GivenWork.Editor);
        var problems = "";
        foreach (var site in new string?[] { "cross-site", "same-site", null })
        foreach (
            var path in new[]
            {
                "/account/sign-out",
                $"/rounds/{work.Round}",
                "/api/bids",
                $"/bids/{work.Draft}/project",
                "/account/sign-in",
            }
        )
        {
            var answer = await target.SendAsync(
                new Shot(HttpMethod.Post, path)
                {
                    Cookie = session,
                    Site = site,
                    Content = Target.Form(("Title", "forged")),
                    Headers = site is null ? [("Origin", "https://evil.example")] : [],
                }
            );
            problems += Expect(answer.Status == 403, $"{site ?? "Origin"} {path}: {answer.Status}");
        }
        var bare = await target.SendAsync(
            new Shot(HttpMethod.Post, "/account/sign-out")
            {
                Cookie = session,
                Site = null,
                Content = Target.Form(),
            }
        );
        problems += Expect(bare.Status == 403, $"a post that says nothing: {bare.Status}");
        var cors = await GetAsync(ReadMe, session, ("Origin", "https://evil.example"));
        problems += Expect(!cors.Response.Headers.Contains("Access-Control-Allow-Origin"), "another origin may read");
        await GetAsync("/account/sign-out", session);
        return problems + Expect((await GetAsync(ReadMe, session)).Status == 200, "following a link signed somebody out");
    }

    private async Task<string> StepUpAsync()
    {
        var session = await target.SessionAsync(Finance, anew: true);
        var version = JsonSerializer
            .Deserialize<JsonElement>((await GetAsync($"/api/decisions/{work.Record}", session)).Said)
            .GetProperty("version")
            .GetInt32();
        Task<Answer> SignAsync() =>
            target.SendAsync(
                new Shot(HttpMethod.Post, $"/api/decisions/{work.Record}/approval")
                {
                    Cookie = session,
                    Content = JsonContent("""{"office":""}"""),
                    Headers = [("If-Match", $"\"{version}\"")],
                }
            );
        var without = await SignAsync();
        var wrong = await target.SendAsync(
            new Shot(HttpMethod.Post, "/api/users/me/confirmation") { Cookie = session, Content = JsonContent("""{"proof":"wrong"}""") }
        );
        var after = await SignAsync();
        return Expect(
                without.Status == 401
                    && without.Response.Headers.WwwAuthenticate.ToString().Contains("insufficient", StringComparison.Ordinal),
                $"signed without: {without.Status}"
            )
            + Expect(wrong.Status == 422, $"a wrong password: {wrong.Status}")
            + Expect(after.Status == 401, $"signed after a wrong password: {after.Status}");
    }

    private async Task<string> SelfGrantingAsync()
    {
        var problems = "";
        foreach (var user in new[] { GivenWork.Editor, GivenWork.Lead, Officer })
        {
            var asked = await target.AskAsync(
                user,
                HttpMethod.Post,
                "/api/users",
                new
                {
                    name = "Mallory",
                    email = "mallory@evil.example",
                    roles = new[] { Roles.Administrator },
                }
            );
            problems += Expect(asked.Status == 403, $"{user} made an administrator: {asked.Status}");
        }
        var lead = await target.ConfirmedAsync(GivenWork.Lead);
        var team = await PostAsync(
            "/account/team",
            lead,
            ("Name", "Mallory"),
            ("Email", "m@evil.example"),
            ("Roles", Roles.Officer),
            ("Partnership", "-")
        );
        var cookie = await target.ConfirmedAsync(Administrator);
        var users = JsonSerializer.Deserialize<JsonElement>((await GetAsync("/api/users", cookie)).Said).EnumerateArray().ToList();
        JsonElement Of(string email) => users.Single(u => u.GetProperty("email").GetString() == email);
        problems += Expect(
            users.All(u => u.GetProperty("email").GetString() != "m@evil.example" || u.GetProperty("partnership").GetString() == "MEL"),
            $"a lead put somebody into the office: {team.Status}"
        );
        var own = Of(Administrator);
        var (id, version) = (own.GetProperty("id").GetString()!, own.GetProperty("version").GetInt32());
        await PostAsync(
            $"/account/people/{id}/change",
            cookie,
            ("Name", own.GetProperty("name").GetString()!),
            ("Email", Administrator),
            ("Partnership", "office"),
            ("Roles", Roles.Administrator),
            ("Roles", Roles.Commissioner),
            ("Version", $"{version}")
        );
        var now = JsonSerializer.Deserialize<JsonElement>((await GetAsync("/api/users", cookie)).Said).EnumerateArray();
        own = now.Single(u => u.GetProperty("id").GetString() == id);
        await PostAsync(
            $"/account/people/{id}/waiting",
            cookie,
            ("Answer", "yes"),
            ("Version", $"{own.GetProperty("version").GetInt32()}")
        );
        var me = await GetAsync(ReadMe, cookie);
        problems += Expect(
            me.Status == 200 && !me.Said.Contains(Roles.Commissioner, StringComparison.Ordinal),
            $"an administrator became the commissioner: {me.Said}"
        );
        return problems;
    }

    private async Task<string> AnothersWorkAsync()
    {
        var problems = "";
        string[] pages = ["", "/project", "/check-answers", "/declaration", "/history", "/print", "/attachments", "/submissions/1"];
        foreach (var user in new[] { Rutland, "editor@rutland.example" })
        {
            var session = await target.SessionAsync(user);
            foreach (
                var path in pages
                    .Select(page => $"/bids/{work.Draft}{page}")
                    .Append($"/returns/{work.Bid}/{work.Quarter}")
                    .Append($"/grants/{work.Bid}")
                    .Append($"/returns/{work.Bid}/{work.Quarter}/history")
                    .Append("/partnerships/MEL")
                    .Append("/timelines/partnerships/MEL")
            )
            {
                var answer = await GetAsync(path, session, ("Accept", "text/html"));
                problems += Expect(answer.Status is 403 or 404, $"{user} {path}: {answer.Status}");
                problems += Expect(!answer.Said.Contains(GivenWork.Secret, StringComparison.Ordinal), $"{user} {path} tells");
            }
            foreach (
                var path in new[]
                {
                    "/",
                    "/bids",
                    "/returns",
                    "/grants",
                    $"/?q={Uri.EscapeDataString(GivenWork.Secret)}",
                    "/reports/overdue",
                    "/api/bids",
                    "/api/returns",
                    "/api/grants",
                }
            )
            {
                var answer = await GetAsync(path, session);
                problems += Expect(
                    answer.Status is 200 or 403
                        && !answer.Said.Contains(work.Draft, StringComparison.Ordinal)
                        && !answer.Said.Contains(work.Waiting, StringComparison.Ordinal),
                    $"{user} {path}: {answer.Status}"
                );
            }
        }
        return problems;
    }

    private async Task<string> MassAssignmentAsync()
    {
        var session = await target.SessionAsync("editor@rutland.example");
        var problems = "";
        foreach (
            var body in new[]
            {
                $$"""{"round":"{{work.Round}}","partnership":"MEL"}""",
                $$"""{"round":"{{work.Round}}","state":"Submitted"}""",
                $$"""{"round":"{{work.Round}}","reference":"{{work.Draft}}"}""",
            }
        )
        {
            var answer = await target.SendAsync(new Shot(HttpMethod.Post, "/api/bids") { Cookie = session, Content = JsonContent(body) });
            problems += Expect(answer.Status == 400, $"{body}: {answer.Status}");
        }
        // A page binds what it names: what else a form says is nothing to it.
        await PostAsync(
            "/account/details",
            session,
            ("Name", "Rutland editor"),
            ("Roles", Roles.Administrator),
            ("Partnership", "MEL"),
            ("SecurityStamp", "x")
        );
        var me = (await GetAsync(ReadMe, session)).Said;
        return problems
            + Expect(me.Contains("\"RUT\"", StringComparison.Ordinal) && !me.Contains(Roles.Administrator, StringComparison.Ordinal), me);
    }

    private async Task<string> HostAsync()
    {
        var problems = "";
        foreach (var path in new[] { "/", "/account/sign-in", "/bids", "/api/openapi.json", "/nowhere", "/.well-known/security.txt" })
        {
            var answer = await GetAsync(path, null, ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"));
            problems += Expect(
                !answer.Said.Contains("evil.example", StringComparison.Ordinal)
                    && !answer.Location.Contains("evil.example", StringComparison.Ordinal),
                $"{path} repeats it"
            );
        }
        return problems;
    }

    private async Task<string> RedirectsAsync()
    {
        var problems = "";
        foreach (
            var to in new[]
            {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "http:evil.example",
                "/\t/evil.example",
            }
        )
        {
            var signedIn = await PostAsync(
                "/account/sign-in",
                null,
                ("Email", GivenWork.Editor),
                ("Password", target.Password),
                ("ReturnUrl", to)
            );
            problems += Expect(signedIn.Location is ['/', not ('/' or '\\'), ..] or "/", $"{to} leads to {signedIn.Location}");
        }
        return problems;
    }

    private async Task<string> HeadersAsync()
    {
        var host = $"Host: {target.Address.Authority}\r\nConnection: close\r\n";
        var body = "Content-Type: application/json\r\n";
        var problems = "";
        foreach (
            var (request, statuses) in new[]
            {
                ($"GET /bids HTTP/1.1\r\n{host}X-Name: Zo\u00eb\r\n\r\n", "400"),
                ($"GET /bids HTTP/1.1\r\n{host}X-Name: a\0b\r\n\r\n", "400"),
                ($"GET /bids HTTP/1.1\r\n{host}Host: evil.example\r\n\r\n", "400"),
                ($"POST /api/bids HTTP/1.1\r\n{host}{body}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{{}}x", "400"),
                ($"POST /api/bids HTTP/1.1\r\n{host}{body}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400 401"),
                ($"POST /api/bids HTTP/1.1\r\n{host}{body}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "400 501"),
                ($"POST /api/bids HTTP/1.1\r\n{host}{body}Content-Length: +2\r\n\r\n{{}}", "400 401"),
                ($"GET /bids HTTP/1.1\r\n{host}X: a\nSet-Cookie: b=c\r\n\r\n", "200 302 400 401"),
                ($"GET http://evil.example/bids HTTP/1.1\r\n{host}\r\n", "400"),
                ($"GET /bids HTTP/9.9\r\n{host}\r\n", "505 400"),
            }
        )
        {
            var (first, all) = await target.RawAsync(request);
            problems += Expect(
                statuses.Split(' ').Any(s => first.Contains($" {s} ", StringComparison.Ordinal)) && Status().Count(all) == 1,
                $"{request.Split("close\r\n")[^1].Split("\r\n")[0]}: {first}"
            );
        }
        return problems;
    }

    private async Task<string> TooLongAsync()
    {
        var session = await target.SessionAsync(GivenWork.Editor);
        var problems = "";
        async Task ShouldAsync(Shot shot, string what, params int[] statuses)
        {
            try
            {
                var answer = await target.SendAsync(shot with { Cookie = session });
                problems += Expect(statuses.Contains(answer.Status), $"{what}: {answer.Status}");
            }
            // Refused before all of it was read.
            catch (HttpRequestException) { }
        }
        await ShouldAsync(
            new Shot(HttpMethod.Post, "/api/bids") { Content = JsonContent($$"""{"round":"{{new string('a', 31_000_000)}}"}""") },
            "31 MB of JSON",
            413
        );
        await ShouldAsync(new Shot(HttpMethod.Post, "/api/bids") { Content = JsonContent(new string('[', 200_000)) }, "deep JSON", 400);
        await ShouldAsync(new Shot(HttpMethod.Get, "/bids?" + new string('a', 20_000)), "a long address", 400, 414, 431);
        await ShouldAsync(new Shot(HttpMethod.Get, "/bids") { Headers = [("X-Long", new string('a', 60_000))] }, "a long header", 431, 400);
        await ShouldAsync(
            new Shot(HttpMethod.Post, "/account/sign-in")
            {
                Content = Target.Form([.. Enumerable.Range(0, 5_000).Select(i => ($"f{i}", "x"))]),
            },
            "5,000 fields",
            400
        );
        await ShouldAsync(
            new Shot(HttpMethod.Post, "/account/sign-in")
            {
                Content = Target.Form(("Email", Officer), ("Password", new string('p', 2_000_000))),
            },
            "a password of 2 MB",
            200,
            400,
            413
        );
        return problems;
    }

    private async Task<string> LockOutAsync()
    {
        const string user = "lead@blaby.example";
        Task<Answer> TryAsync(string password, string from) =>
            target.SendAsync(
                new Shot(HttpMethod.Post, "/account/sign-in") { Content = Target.Form(("Email", user), ("Password", password)) },
                IPAddress.Parse(from)
            );
        for (var i = 0; i < 5; i++)
            await TryAsync("wrong wrong wrong", "127.0.0.66");
        // Whoever signs for a partnership is asked for a code next, and half signed in by a cookie.
        static bool IsIn(Answer a) => a.Cookies.Contains("platform-halfway=", StringComparison.Ordinal);
        var there = await TryAsync(target.Password, "127.0.0.66");
        var elsewhere = await TryAsync(target.Password, "127.0.0.67");
        var spoofed = await target.SendAsync(
            new Shot(HttpMethod.Post, "/account/sign-in")
            {
                Content = Target.Form(("Email", user), ("Password", target.Password)),
                Headers = [("X-Forwarded-For", "127.0.0.67")],
            },
            IPAddress.Parse("127.0.0.66")
        );
        return Expect(!IsIn(there), "guessing goes on")
            + Expect(IsIn(elsewhere), $"its owner is locked out elsewhere: {elsewhere.Status}")
            + Expect(!IsIn(spoofed), "a header unlocks the place");
    }

    private async Task<string> WhoHasAnAccountAsync()
    {
        async Task<(string Said, double Ms)> TryAsync(string path, string email)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var answer = await PostAsync(path, null, ("Email", email), ("Password", "wrong wrong wrong"));
            var said = answer.Said.Replace(email, "", StringComparison.Ordinal);
            return ($"{answer.Status} {said}", System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        var problems = "";
        foreach (var path in new[] { "/account/sign-in", "/account/forgotten-password" })
        {
            List<double> known = [],
                unknown = [];
            for (var i = 0; i < 4; i++)
            {
                var (one, other) = (await TryAsync(path, "chair@melton.example"), await TryAsync(path, "nobody@melton.example"));
                problems += Expect(one.Said == other.Said, $"{path} says another thing");
                known.Add(one.Ms);
                unknown.Add(other.Ms);
            }
            var apart = Math.Abs(known.Order().ElementAt(1) - unknown.Order().ElementAt(1));
            problems += Expect(apart < 60, $"{path} takes {apart:0} ms longer for one");
        }
        return problems;
    }

    private async Task<string> FilesAsync()
    {
        var session = await target.SessionAsync(GivenWork.Editor);
        var problems = "";
        foreach (
            var (name, content) in new[]
            {
                ("report.pdf", "<html><script>alert(1)</script></html>"),
                ("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                ("page.html", "<script>alert(1)</script>"),
                ("report.docx", "PK\u0003\u0004 not really"),
                ("run.exe", "MZ\u0090\0"),
                ("report.pdf", "%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
                ("empty.pdf", ""),
            }
        )
        {
            var file = new ByteArrayContent(Encoding.Latin1.GetBytes(content));
            var form = new MultipartFormDataContent { { file, "File", name } };
            var answer = await target.SendAsync(
                new Shot(HttpMethod.Post, $"/api/bids/{work.Draft}/attachments") { Cookie = session, Content = form }
            );
            problems += Expect(answer.Status == 422, $"{name} ({content[..Math.Min(12, content.Length)]}): {answer.Status}");
        }
        return problems;
    }

    private async Task<string> ServersFilesAsync()
    {
        var problems = "";
        foreach (
            var path in new[]
            {
                "/secrets.json",
                "/appsettings.json",
                "/.git/config",
                "/.env",
                "/Gateway.dll",
                "/openapi.json",
                "/metrics",
                "/swagger/index.html",
                "/../secrets.json",
                "/assets/..%2f..%2fappsettings.json",
                "/assets/%2e%2e/%2e%2e/appsettings.json",
                "/bids/..%2f..%2fapi%2fusers",
                "/.well-known/../api/users",
                "/api/reference/..%2f..%2fappsettings.json",
                "/health/ready/../../api/users",
            }
        )
        {
            var (first, all) = await target.RawAsync(
                $"GET {path} HTTP/1.1\r\nHost: {target.Address.Authority}\r\nConnection: close\r\nAccept: */*\r\n\r\n"
            );
            problems += Expect(
                first.Contains(" 404 ", StringComparison.Ordinal)
                    || first.Contains(" 401 ", StringComparison.Ordinal)
                    || first.Contains(" 302 ", StringComparison.Ordinal)
                    || first.Contains(" 400 ", StringComparison.Ordinal),
                $"{path}: {first}"
            );
            problems += Expect(!all.Contains("ConnectionStrings", StringComparison.Ordinal), $"{path} shows settings");
        }
        var health = await GetAsync("/health/ready");
        return problems
            + Expect(health.Said.Length < 200 && !health.Said.Contains("Host=", StringComparison.Ordinal), "health tells too much");
    }

    private async Task<string> BrowserHeadersAsync()
    {
        var session = await target.SessionAsync(GivenWork.Editor);
        var problems = "";
        foreach (
            var path in new[]
            {
                "/",
                "/account/sign-in",
                $"/bids/{work.Draft}",
                "/nowhere",
                "/api/bids",
                "/api/nowhere",
                "/funding/data/grants.csv",
                "/health/live",
            }
        )
        foreach (var cookie in new[] { null, session })
        {
            var answer = await GetAsync(path, cookie, ("Accept", "text/html"));
            string Header(string name) => answer.Response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
            problems += Expect(
                Header("Content-Security-Policy").Contains("default-src 'none'", StringComparison.Ordinal),
                $"{path} has no policy"
            );
            problems += Expect(Header("X-Content-Type-Options") == "nosniff", $"{path} may be sniffed");
            problems += Expect(Header("Referrer-Policy") == "same-origin", $"{path} refers");
            problems += Expect(Header("Server").Length == 0 && Header("X-Powered-By").Length == 0, $"{path} names its server");
            problems += Expect(answer.Said.Length == 0 || answer.Response.Content.Headers.ContentType is not null, $"{path} says no type");
            if (cookie is not null && path.StartsWith("/bids", StringComparison.Ordinal))
                problems += Expect(answer.Response.Headers.CacheControl?.NoStore == true, $"{path} may be stored");
        }
        var signIn = await PostAsync("/account/sign-in", null, ("Email", GivenWork.Editor), ("Password", target.Password));
        foreach (var cookie in signIn.Response.Headers.GetValues("Set-Cookie"))
            problems += Expect(
                cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase)
                    && cookie.Contains("samesite=", StringComparison.OrdinalIgnoreCase),
                cookie.Split('=')[0]
            );
        return problems;
    }

    private async Task<string> MethodsAsync()
    {
        var problems = "";
        foreach (var method in new[] { "TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND", "FOO" })
        {
            var (first, all) = await target.RawAsync(
                $"{method} /account/sign-in HTTP/1.1\r\nHost: {target.Address.Authority}\r\n"
                    + "Connection: close\r\nX-Echo: echoed-back\r\n\r\n"
            );
            problems += Expect(
                (first.Contains(" 4", StringComparison.Ordinal) || first.Contains(" 501", StringComparison.Ordinal))
                    && !all.Contains("echoed-back", StringComparison.Ordinal),
                $"{method}: {first}"
            );
        }
        return problems;
    }

    private async Task<string> AnothersKeyAsync()
    {
        var key = Guid.NewGuid().ToString();
        async Task<Answer> BeginAsync(string user) =>
            await target.SendAsync(
                new Shot(HttpMethod.Post, "/api/bids")
                {
                    Cookie = await target.SessionAsync(user),
                    Content = JsonContent($$"""{"round":"{{work.Round}}"}"""),
                    Headers = [("Idempotency-Key", key)],
                }
            );
        var (one, other) = (await BeginAsync(GivenWork.Editor), await BeginAsync("editor@rutland.example"));
        return Expect(one.Status == 201 && !other.Said.Contains("-MEL-", StringComparison.Ordinal), $"{other.Status} {other.Said}");
    }

    private async Task<string> LinksAsync()
    {
        var problems = "";
        foreach (var code in new[] { "", "guessed", new string('a', 43), "%00", "' or 1=1--" })
        foreach (var path in new[] { "/account/reset-password", "/account/accept-invitation", "/account/confirm-address" })
        {
            var answer = await PostAsync(
                path,
                null,
                ("Code", code),
                ("Password", "purple tractor onion"),
                ("Again", "purple tractor onion")
            );
            problems += Expect(answer.Status is 200 or 400 or 404 && answer.Cookies.Length == 0, $"{path}: {answer.Status}");
        }
        return problems;
    }

    private static StringContent JsonContent(string json) => new(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    [GeneratedRegex("id=\"client-id\">(?<id>[^<]+)<.*id=\"client-secret\">(?<secret>[^<]+)<", RegexOptions.Singleline)]
    private static partial Regex Made();

    [GeneratedRegex("^HTTP/1.1 ", RegexOptions.Multiline)]
    private static partial Regex Status();
}
