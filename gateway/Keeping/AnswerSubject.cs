using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Keeping;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Gateway.Keeping;

/// <summary>
/// Puts together all that the platform holds about somebody, from every program, as one file. If a program does not answer there is none:
/// an answer with something missing would be a wrong one.
/// </summary>
internal sealed class AnswerSubject(
    AccountsContext db,
    FindSubject own,
    KeepingTable table,
    SessionTokens tokens,
    ServiceAddresses services,
    NoteAccess note,
    IHttpContextAccessor http,
    TimeProvider time
)
{
    /// <param name="address">The address that the person gives.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The file, a zip; null with a sentence where there is none.</returns>
    public async Task<Result<byte[]>> RunAsync(string? address, CancellationToken cancellationToken)
    {
        if (EmailAddress.Read(address) is not { } read)
            return Result.Of([
                new("Address", TypedText.Line(address).Length == 0 ? "Enter the person’s email address" : EmailAddress.Problem),
            ]);
        var upper = read.ToUpperInvariant();
        var now = await db.Users.Where(u => u.NormalizedEmail == upper).Select(u => u.Id).ToListAsync(cancellationToken);
        string[] path = ["texts", "details.email"];
        var before = await db
            .Database.SqlQuery<Guid>(
                $"""
                select distinct aggregate as "Value" from event_log where type = 'ContactChanged' and
                personal #>> {path} ilike {LikePattern.Exactly(read)}
                """
            )
            .ToListAsync(cancellationToken);
        var ids = now.Union(before).ToList();
        var subject = new Subject(read, ids);
        var held = new List<(string Service, IReadOnlyList<HeldData> Data)>
        {
            (ServiceNames.Gateway, await own.RunAsync(subject, cancellationToken)),
        };
        foreach (var service in ServiceNames.BehindTheGateway)
        {
            if (await AskAsync(service, subject, cancellationToken) is not { } answer)
                return Result.Refused("away", $"{service} does not answer, so there is no file: it would not be complete. Try again later");
            held.Add((service, answer));
        }
        var account = await db.Users.FirstOrDefaultAsync(u => ids.Contains(u.Id), cancellationToken);
        // Nobody gets it without a note.
        await note.RunAsync(
            AccessKind.Exported,
            http.HttpContext!.Request.Path.Value!,
            of: account is null ? null : new(account.Id, account.Name)
        );
        return File(read, held);
    }

    private async Task<IReadOnlyList<HeldData>?> AskAsync(string service, Subject subject, CancellationToken cancellationToken)
    {
        var request = http.HttpContext!;
        foreach (var address in services.Of(service))
            try
            {
                using var asking = new HttpRequestMessage(HttpMethod.Post, new Uri(address, SubjectDoor.Path))
                {
                    Content = JsonContent.Create(subject, options: Doors.Json),
                };
                asking.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.For(request.User, service));
                foreach (var header in new[] { CallerTokens.ArrivedAtHeader, CallerTokens.SourceHeader })
                    asking.Headers.TryAddWithoutValidation(header, request.Request.Headers[header].ToString());
                using var answer = await services.Client.SendAsync(asking, cancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return await answer.Content.ReadFromJsonAsync<List<HeldData>>(Doors.Json, cancellationToken);
            }
            catch (Exception e)
                when (e is HttpRequestException or JsonException
                    || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested)
                )
            {
                // The next replica, or none.
            }
        return null;
    }

    private byte[] File(string address, List<(string Service, IReadOnlyList<HeldData> Data)> held)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "to-read.html", Page(address, held));
            var rows = held.SelectMany(h =>
                h.Data.Select(d => new
                {
                    h.Service,
                    d.Kind,
                    d.Title,
                    d.Facts,
                })
            );
            Add(zip, "for-programs.json", JsonSerializer.Serialize(rows, Doors.Json));
        }
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        entry.Write(text);
    }

    private string Page(string address, List<(string Service, IReadOnlyList<HeldData> Data)> held)
    {
        static string Words(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
        var html = new StringBuilder(
            $"""
            <!doctype html>
            <html lang="en-GB">
            <meta charset="utf-8">
            <title>What is held about {Words(address)}</title>
            <h1>What is held about {Words(address)}</h1>
            <p>Put together at {London.Moment(time.GetUtcNow())}, from every part of the platform.</p>

            """
        );
        foreach (var kind in table.All)
        {
            var found = held.SelectMany(h => h.Data).Where(d => d.Kind == kind.Kind).ToList();
            html.Append(
                $"""
                <h2>{Words(kind.What)}</h2>
                <p>Why: {Words(kind.Purpose)} ({Words(kind.Basis)}). Who receives it: {Words(kind.Recipients)}. How long: {Words(
                    kind.HowLong
                )}.</p>

                """
            );
            if (kind.Kind == DataKinds.Writings)
                html.Append("<p>Not searched: what people write is not kept by who is named in it.</p>\n");
            else if (found.Count == 0)
                html.Append("<p>Nothing is found under that address.</p>\n");
            foreach (var data in found)
            {
                html.Append($"<h3>{Words(data.Title)}</h3>\n<dl>\n");
                foreach (var fact in data.Facts.Where(f => f.Value.Length > 0))
                    html.Append($"<dt>{Words(fact.Name)}</dt>\n<dd>{Words(fact.Value)}</dd>\n");
                html.Append("</dl>\n");
            }
        }
        return html.Append("</html>\n").ToString();
    }
}
