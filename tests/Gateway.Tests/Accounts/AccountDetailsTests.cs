using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.Tests.Accounts;

[Rule]
public sealed class AccountDetailsTests
{
    private static List<Problem> Problems(
        string? name = "Ann Ash",
        string? email = "ann@example.org",
        string? partnership = TypedAccount.Office,
        params string[] roles
    )
    {
        var problems = new List<Problem>();
        AccountDetails.Read(
            new()
            {
                Name = name,
                Email = email,
                Partnership = partnership,
                Roles = [.. roles],
            },
            problems
        );
        return problems;
    }

    [Theory]
    [InlineData(Roles.Officer, TypedAccount.Office)]
    [InlineData(Roles.Board, TypedAccount.Office)]
    [InlineData(Roles.PartnerLead, "MEL")]
    public void Read_RoleOfThePlace_IsTaken(string role, string place) => Assert.Empty(Problems(partnership: place, roles: role));

    [Theory]
    [InlineData(
        Roles.PartnerLead,
        TypedAccount.Office,
        "Editor, lead and chair are roles of a partnership: select a partnership, or other roles"
    )]
    [InlineData(Roles.Administrator, "MEL", "Somebody at Melton can only be an editor, a lead or a chair")]
    [InlineData(Roles.Board, "MEL", "Somebody at Melton can only be an editor, a lead or a chair")]
    [InlineData("emperor", "MEL", "Select what they can do from the list")]
    public void Read_RoleOfAnotherPlace_IsRefused(string role, string place, string words) =>
        Assert.Equal([new Problem("Roles", words)], Problems(partnership: place, roles: role));

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@example")]
    [InlineData("ann@@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann @example.org")]
    [InlineData("ann@example.org\nBcc: x@example.org")]
    public void Read_NotAnAddress_IsRefused(string email) =>
        Assert.Equal("Email", Assert.Single(Problems(email: email, roles: Roles.Officer)).Field);

    [Fact]
    public void Read_Nothing_NamesEveryField() =>
        Assert.Equal(["Name", "Email", "Partnership", "Roles"], Problems(" ", null, "XXX").Select(p => p.Field));
}
