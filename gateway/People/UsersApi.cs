using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Accounts, for administrators' scripts.</summary>
internal static class UsersApi
{
    private const int Most = Doors.ApiPage;

    public sealed record NewUser(string Name, string Email, string? Partnership, List<string> Roles, string? Password);

    public sealed record Created(Guid Id, string? InvitationLink);

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
        var users = app.MapGroup("/api/users").May(Acts.ManagePeople).WithTags("Accounts");
        users
            .MapPost("", InviteAsync)
            .WithSummary("Create an account")
            .WithDescription(
                "partnership is a code, like MEL, or null for the commissioner's office. Without a password, the answer has a "
                    + "one-time link by which the person chooses one."
            )
            .Produces<Created>(201)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);
        users
            .MapGet("", ListAsync)
            .WithSummary("List accounts")
            .WithDescription("In the order of their ids, 100 at most.")
            .WithParameter("after", "The id of the last account that was read.");
    }

    private static async Task<IResult> InviteAsync(NewUser user, InviteUser invite, Invitations invitations)
    {
        var typed = new TypedAccount
        {
            Name = user.Name,
            Email = user.Email,
            Partnership = user.Partnership ?? TypedAccount.Office,
            Roles = user.Roles ?? [],
        };
        var result = await invite.RunAsync(typed, user.Password);
        if (result.Outcome.Problem() is { } problem)
            return problem;
        var made = result.Value;
        return TypedResults.Created(
            $"/api/users?after={made.Id}",
            new Created(made.Id, made.HasAccepted ? null : await invitations.LinkAsync(made))
        );
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
