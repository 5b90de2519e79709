namespace Platform.Contracts.Tests;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("jo@blaby.example", "jo@blaby.example")]
    [InlineData(" Jo.O'Brien+csp@safer-streets.Melton.example ", "Jo.O'Brien+csp@safer-streets.Melton.example")]
    [InlineData("jo@me\u200blton.example", "jo@melton.example")]
    [InlineData("\ufeffjo@mel\u00adton.example\u202c", "jo@melton.example")]
    [InlineData("jo@bücher.example", "jo@xn--bcher-kva.example")]
    [InlineData("jo@melt\u043en.example", "jo@xn--meltn-mye.example")]
    [InlineData("jo@BÜCHER.example", "jo@xn--bcher-kva.example")]
    [InlineData("1@2.ex", "1@2.ex")]
    public void Read_WhatCanWork_IsWhatIsSeen(string typed, string address) => Assert.Equal(address, EmailAddress.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jo")]
    [InlineData("jo@")]
    [InlineData("@a.example")]
    [InlineData("jo@example")]
    [InlineData("x.@a.example")]
    [InlineData(".x@a.example")]
    [InlineData("x..y@a.example")]
    [InlineData("x@a.example.")]
    [InlineData("x@a..example")]
    [InlineData("x@.a.example")]
    [InlineData("x@[127.0.0.1]")]
    [InlineData("x@127.0.0.1")]
    [InlineData("x@-a.example")]
    [InlineData("x@a-.example")]
    [InlineData("x@a_b.example")]
    [InlineData("o’brien@a.example")]
    [InlineData("josé@a.example")]
    [InlineData("jo smith@a.example")]
    [InlineData("jo@a.example, al@a.example")]
    [InlineData("Jo <jo@a.example>")]
    [InlineData("\"jo\"@a.example")]
    [InlineData("jo@@a.example")]
    [InlineData("jo@al@a.example")]
    [InlineData("jo\nBcc@a.example")]
    [InlineData("jo@a.example\r\nBcc: al@a.example")]
    [InlineData("jo@a.e")]
    [InlineData("jo@bu\u0308cher.example")]
    [InlineData("jo@ｍelton.example")]
    [InlineData("jo@\u2024a.example")]
    [InlineData("jo＠a.example")]
    public void Read_WhatCannotWork_IsRefused(string? typed) => Assert.Null(EmailAddress.Read(typed));

    [Fact]
    public void Read_TooLong_IsRefused()
    {
        Assert.Null(EmailAddress.Read($"{new string('x', 65)}@a.example"));
        Assert.Null(EmailAddress.Read($"x@{new string('a', 64)}.example"));
        Assert.Null(EmailAddress.Read($"x@{string.Join('.', Enumerable.Repeat(new string('a', 60), 5))}.example"));
        Assert.NotNull(EmailAddress.Read($"{new string('x', 64)}@{new string('a', 63)}.example"));
    }
}
