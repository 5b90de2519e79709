using Xunit;

namespace Platform.GovUk.Tests;

public sealed class TypedLinksTests
{
    [Theory]
    [InlineData(
        "More at https://leics.pcc.police.uk/a-b/C.aspx.",
        "More at |https://leics.pcc.police.uk/a-b/C.aspx>https://leics.pcc.police.uk/a-b/C.aspx|."
    )]
    [InlineData("(see http://a.example/x?y=1&z=2)", "(see |http://a.example/x?y=1&z=2>http://a.example/x?y=1&z=2|)")]
    [InlineData("Email: sajan.devshi@leics.police.uk", "Email: |sajan.devshi@leics.police.uk>mailto:sajan.devshi@leics.police.uk")]
    [InlineData("Write to a@b.example, or call.", "Write to |a@b.example>mailto:a@b.example|, or call.")]
    [InlineData("javascript:alert(1) ftp://a.example www.a.example a@b", "javascript:alert(1) ftp://a.example www.a.example a@b")]
    [InlineData("http://", "http://")]
    [InlineData("", "")]
    public void Of_FindsPagesAndMail(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', TypedLinks.Of(text).Select(p => p.Address is null ? p.Text : $"{p.Text}>{p.Address}")));
}
