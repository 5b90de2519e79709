namespace Platform.Gateway.Tests.Accounts;

[Rule]
public sealed class PasswordRulesTests
{
    private static string? Refuse(string password) => PasswordRules.Refuse(password, ["Ann O’Sullivan", "a.sullivan-jones"]);

    [Theory]
    [InlineData("purple tractor onion")]
    [InlineData("fjdkslaeiruq")]
    [InlineData("ungulate9moss")]
    [InlineData("cannot find Zebra 7 here")]
    public void Refuse_HardToGuess_IsTaken(string password) => Assert.Null(Refuse(password));

    [Theory]
    [InlineData("", "Enter a password")]
    [InlineData("elevenchars", "Password must be 12 characters or more")]
    [InlineData("Leicester and tractor", "Password must not contain “leicester”")]
    [InlineData("my Police tractor onion", "Password must not contain “police”")]
    [InlineData("C0mmi55ioner of tractors", "Password must not contain “commissioner”")]
    [InlineData("Charnwood!tractor", "Password must not contain “charnwood”")]
    [InlineData("h1nckley tractors", "Password must not contain “hinckley”")]
    [InlineData("tractor o’SULLIVAN onion", "Password must not contain your name or email address")]
    [InlineData("tractor jones onion", "Password must not contain your name or email address")]
    public void Refuse_ShortOrLocalOrPersonal_SaysWhat(string password, string words) => Assert.Equal(words, Refuse(password));

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("P@ssw0rd12345!")]
    [InlineData("qwertyuiop12")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcdefghijkl")]
    [InlineData("Summer-2026-Winter")]
    [InlineData("Welcome1234!!")]
    [InlineData("iloveyouiloveyou")]
    [InlineData("abababababab")]
    public void Refuse_Common_AsksForSomethingElse(string password) =>
        Assert.StartsWith("Password must be harder to guess", Refuse(password));
}
