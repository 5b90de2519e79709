using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles;

/// <summary>Problem Profiles: partnerships read their own, officers write them.</summary>
internal static class ProfilesApi
{
    private const int PageSize = Doors.ApiPage;

    /// <summary>A priority of a Problem Profile.</summary>
    /// <param name="Id">The priority to keep, by id; left out for a new one.</param>
    /// <param name="Name">What it is called, in 100 characters or less; bids and grants use this name.</param>
    /// <param name="Evidence">How it is known to be one.</param>
    public sealed record PriorityBody(Guid? Id, string? Name, string? Evidence);

    /// <summary>A Problem Profile's new content.</summary>
    /// <param name="From">The first day that it is for.</param>
    /// <param name="To">The last day that it is for.</param>
    /// <param name="Priorities">What comes first, as it is to be listed; 1 to 10.</param>
    public sealed record ProfileBody(DateOnly From, DateOnly To, IReadOnlyList<PriorityBody>? Priorities)
    {
        internal ProfileAnswers Read() =>
            new(From, To, [.. (Priorities ?? []).Select(p => new Priority(p?.Id ?? Guid.Empty, p?.Name ?? "", p?.Evidence ?? ""))]);
    }

    /// <summary>A Problem Profile to create.</summary>
    /// <param name="Partnership">The partnership whose profile it is, by code.</param>
    /// <param name="From">The first day that it is for.</param>
    /// <param name="To">The last day that it is for.</param>
    /// <param name="Priorities">What comes first, as it is to be listed; 1 to 10.</param>
    public sealed record NewProfile(Partnership? Partnership, DateOnly From, DateOnly To, IReadOnlyList<PriorityBody>? Priorities);

    /// <summary>A partnership's Problem Profile.</summary>
    /// <param name="Id">The profile's id.</param>
    /// <param name="Partnership">The partnership whose profile it is.</param>
    /// <param name="From">The first day that it is for.</param>
    /// <param name="To">The last day that it is for.</param>
    /// <param name="Priorities">What comes first, in the profile's order.</param>
    public sealed record ProfileRead(Guid Id, Partnership Partnership, DateOnly From, DateOnly To, IReadOnlyList<Priority> Priorities);

    public static void MapProfilesApi(this WebApplication app)
    {
        var profiles = app.MapGroup("/api/profiles").WithTags("Problem Profiles").WithParameter("id", "The profile's id.");
        profiles
            .MapGet("/", ListAsync)
            .May(Acts.ReadProfiles)
            .WithSummary("List Problem Profiles")
            .WithDescription("The newest first, 100 at most. A partnership sees its own.")
            .WithParameter("partnership", "A partnership's code, to list its profiles alone: MEL.")
            .WithParameter("after", "The id of the last profile that was read.")
            .Produces<List<ProfileRead>>();
        profiles
            .MapGet("/{id:guid}", GetAsync)
            .May(Acts.ReadProfiles)
            .WithSummary("Get a Problem Profile")
            .Produces<ProfileRead>()
            .ProducesProblem(404);
        var officer = profiles.MapGroup("").May(Acts.WriteProfiles).ProducesValidationProblem(422);
        officer
            .MapPost("/", CreateAsync)
            .WithSummary("Create a Problem Profile")
            .WithDescription("422 where it shares a day with another profile of the same partnership.")
            .Produces<ProfileRead>(201);
        officer
            .MapPut("/{id:guid}", ChangeAsync)
            .WithSummary("Replace a Problem Profile")
            .WithDescription("Bids keep the name that a priority had when they chose it.")
            .TakesIfMatch()
            .Produces(204)
            .ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(
        HttpResponse http,
        BidsContext db,
        string? partnership,
        Guid? after,
        CancellationToken cancellationToken
    )
    {
        var profiles = db.Profiles.AsNoTracking();
        var one = Partnership.Find(partnership);
        if (partnership is not null && one is null)
            return Result.Of([new(nameof(partnership), $"There is no partnership {partnership}")]).Problem()!;
        if (one is not null)
            profiles = profiles.Where(p => p.Partnership == one);
        if (after is not null)
            profiles = profiles.Where(p => p.Id < after);
        var page = await profiles.OrderByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        if (page.Count > PageSize)
            http.Headers.Link =
                $"</api/profiles?partnership={Uri.EscapeDataString(partnership ?? "")}&after={page[PageSize - 1].Id}>; rel=\"next\"";
        return Results.Ok(page.Take(PageSize).Select(Read));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpResponse http, BidsContext db, CancellationToken cancellationToken)
    {
        if (await db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } profile)
            return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{profile.Version}\"";
        return Results.Ok(Read(profile));
    }

    private static async Task<IResult> CreateAsync(NewProfile typed, WriteProfile write, CancellationToken cancellationToken)
    {
        if (typed.Partnership is null)
            return Result.Of([new(nameof(typed.Partnership), "Select the partnership")]).Problem()!;
        var written = await write.RunAsync(
            typed.Partnership,
            new ProfileBody(typed.From, typed.To, typed.Priorities).Read(),
            null,
            cancellationToken
        );
        return written.Outcome.Problem() ?? Results.Created($"/api/profiles/{written.Value.Id}", Read(written.Value));
    }

    private static async Task<IResult> ChangeAsync(
        Guid id,
        ProfileBody typed,
        HttpRequest http,
        WriteProfile write,
        CancellationToken cancellationToken
    ) =>
        IfMatch.Read(http) is not { } version
            ? IfMatch.Missing
            : (await write.RunAsync(id, version, _ => typed.Read(), cancellationToken)).Problem() ?? Results.NoContent();

    private static ProfileRead Read(ProblemProfile profile) =>
        new(profile.Id, profile.Partnership, profile.From, profile.To, profile.Priorities);
}
