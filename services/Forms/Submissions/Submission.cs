using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Forms.Submissions;

/// <summary>A form exactly as it was submitted, to the byte. Never changed.</summary>
public sealed class Submission : IOfPartnership, IOfForm
{
    private Submission() { }

    /// <summary>Its own.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The form that was submitted.</summary>
    public Guid FormId { get; private init; }

    /// <summary>Whose it is.</summary>
    public Partnership Partnership { get; private init; } = null!;

    /// <summary>When the request reached the gateway (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Who submitted it.</summary>
    public Person By { get; private init; } = null!;

    /// <summary>What was submitted, with <see cref="Commitments"/> in place of what is personal.</summary>
    public string Json { get; private init; } = "";

    /// <summary>What is personal of it, with the salt of its commitments; null where nothing is, or once it was forgotten.</summary>
    public string? Personal { get; private init; }

    /// <summary>SHA-256 of <see cref="Json"/> in UTF-8, in hex.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>What is submitted now.</summary>
    /// <param name="form">The form.</param>
    /// <param name="what">All that it says.</param>
    /// <param name="by">Who submits it.</param>
    /// <param name="at">When.</param>
    public static Submission Of<T>(Form form, T what, Person by, DateTimeOffset at)
        where T : notnull
    {
        var (json, personal) = Commitments.Part(what);
        return new()
        {
            FormId = form.Id,
            Partnership = form.Partnership,
            At = at,
            By = by,
            Json = json,
            Personal = personal,
            Hash = HashOf(json),
        };
    }

    /// <summary>Whether it still is what was submitted.</summary>
    public bool IsIntact => Hash == HashOf(Json) && Commitments.Fit(Json, Personal);

    /// <summary>Says that it is not.</summary>
    /// <param name="name">Of the form: "Bid CSP2025-MEL-03".</param>
    public string ChangedWords(string name) =>
        $"{name}: what was submitted at {At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC was changed: its hash no longer fits.";

    private static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>What it says.</summary>
    public T As<T>() => JsonSerializer.Deserialize<T>(Commitments.Whole(Json, Personal), Doors.Json)!;
}
