using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Accounts, for administrators' scripts.</summary>
internal static class UsersApi
{
    private const int Most = Doors.ApiPage;

    /// <summary>An account to create.</summary>
    /// <param name="Name">What people call the person.</param>
    /// <param name="Email">Where letters go, and what they sign in with.</param>
    /// <param name="Partnership">A partnership's code, MEL; null for the commissioner's office.</param>
    /// <param name="Roles">At least one role.</param>
    public sealed record NewUser(string Name, string Email, string? Partnership, List<string> Roles);

    /// <summary>The new account.</summary>
    /// <param name="Id">The user id.</param>
    /// <param name="Waits">Whether a second person has to confirm some of the roles before they count.</param>
    public sealed record Created(Guid Id, bool Waits);

    /// <summary>An account.</summary>
    /// <param name="Id">The user id.</param>
    /// <param name="Name">What people call the person.</param>
    /// <param name="Email">Where letters go, and what they sign in with.</param>
    /// <param name="Partnership">The partnership's code; null for the commissioner's office.</param>
    /// <param name="Roles">Their roles.</param>
    /// <param name="Active">False once the account is disabled.</param>
    /// <param name="HasAccepted">Whether they have chosen a password.</param>
    /// <param name="Version">The account's version.</param>
    public sealed record Listed(
        Guid Id,
        string Name,
        string Email,
        string? Partnership,
        IReadOnlyList<string> Roles,
        bool Active,
        bool HasAccepted,
        int Version
    );

    public static void MapUsersApi(this IEndpointRouteBuilder app)
    {
        var users = app.MapGroup("/api/users").WithTags("Accounts");
        users
            .MapPost("", InviteAsync)
            .May(Acts.ManagePeople)
            .WithSummary("Create an account")
            .WithDescription(
                "partnership is a code, like MEL, or null for the commissioner's office. The person gets a letter with a one-time link, by "
                    + "which they choose a password. Roles that sign, approve or give roles wait for a second person."
            )
            .Produces<Created>(201)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);
        users
            .MapGet("", ListAsync)
            .May(Acts.ManagePeople)
            .Noted(AccessKind.PersonalDataRead)
            .WithSummary("List accounts")
            .WithDescription("In the order of their ids, 100 at most.")
            .WithParameter("after", "The id of the last account that was read.");
    }

    private static async Task<IResult> InviteAsync(NewUser user, InviteUser invite)
    {
        var typed = new TypedAccount
        {
            Name = user.Name,
            Email = user.Email,
            Partnership = user.Partnership ?? TypedAccount.Office,
            Roles = user.Roles ?? [],
        };
        var result = await invite.RunAsync(typed, null);
        if (result.Outcome.Problem() is { } problem)
            return problem;
        var made = result.Value;
        return TypedResults.Created($"/api/users?after={made.Id}", new Created(made.Id, made.Waiting is not null));
    }

    private static async Task<Ok<List<Listed>>> ListAsync(
        AccountsContext db,
        HttpResponse response,
        Guid? after,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        var take = Math.Clamp(limit ?? Most, 1, Most);
        var from = after ?? Guid.Empty;
        var users = await db.Users.AsNoTracking().Where(u => u.Id > from).OrderBy(u => u.Id).Take(take + 1).ToListAsync(cancellationToken);
        if (users.Count > take)
            response.Headers.Link = $"</api/users?after={users[take - 1].Id}&limit={take}>; rel=\"next\"";
        return TypedResults.Ok(
            users
                .Take(take)
                .Select(u => new Listed(u.Id, u.Name, u.Email!, u.Partnership?.Code, u.Roles, !u.Disabled, u.HasAccepted, u.Version))
                .ToList()
        );
    }
}
