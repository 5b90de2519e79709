using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Xunit;

namespace Platform.GovUk.Tests.Forms;

public sealed class TypedInputTests
{
    private readonly ModelStateDictionary state = new();

    private string? Message => state.TryGetValue("Key", out var entry) ? Assert.Single(entry.Errors).ErrorMessage : null;

    [Theory]
    [InlineData("  Safer streets ", "Safer streets", null)]
    [InlineData("one\r\ntwo", "one\ntwo", null)]
    [InlineData("12345678901234567890", "12345678901234567890", null)]
    [InlineData("123456789012345678901", null, "Title must be 20 characters or less")]
    [InlineData("", null, "Enter the title")]
    [InlineData(" \r\n\0", null, "Enter the title")]
    [InlineData(null, null, "Enter the title")]
    public void ReadText_Typed_IsTrimmedOrRefused(string? typed, string? read, string? message)
    {
        Assert.Equal(read, state.ReadText("Key", typed, "Title", 20));
        Assert.Equal(message, Message);
    }

    [Theory]
    [InlineData("The first day", "Enter the first day")]
    [InlineData("Why it is moved", "Enter why it is moved")]
    [InlineData("Whereabouts", "Enter the whereabouts")]
    [InlineData("Locks: Revenue in 2025/26", "Enter Locks: Revenue in 2025/26")]
    public void ReadText_Empty_IsAskedForInASentence(string name, string message)
    {
        Assert.Null(state.ReadText("Key", "", name, 20));
        Assert.Equal(message, Message);
    }

    [Fact]
    public void ReadText_OptionalAndEmpty_IsNull()
    {
        Assert.Null(state.ReadText("Key", " ", "Title", 20, optional: true));
        Assert.True(state.IsValid);
    }

    [Fact]
    public void ReadText_LongLimitAndAbbreviatedName_AreWrittenAsPeopleRead()
    {
        state.ReadText("Key", new string('x', 1501), "CSP name", 1500);
        Assert.Equal("CSP name must be 1,500 characters or less", Message);
        state.Clear();
        state.ReadText("Key", "", "CSP name", 1500);
        Assert.Equal("Enter the CSP name", Message);
    }

    [Theory]
    [InlineData("1", 1, null)]
    [InlineData(" 1,500 ", 1500, null)]
    [InlineData("2 000", 2000, null)]
    [InlineData("+7", 7, null)]
    [InlineData("007", 7, null)]
    [InlineData("1\u202f500", 1500, null)]
    [InlineData("\u200b12\ufeff", 12, null)]
    [InlineData("1,5", null, "Number of people must be a whole number")]
    [InlineData("15,00", null, "Number of people must be a whole number")]
    [InlineData("1 2", null, "Number of people must be a whole number")]
    [InlineData("\u200b", null, "Enter the number of people")]
    [InlineData("", null, "Enter the number of people")]
    [InlineData("1.5", null, "Number of people must be a whole number")]
    [InlineData("ten", null, "Number of people must be a whole number")]
    [InlineData("-", null, "Number of people must be a whole number")]
    [InlineData("٣", null, "Number of people must be a whole number")]
    [InlineData("0", null, "Number of people must be 1 or more")]
    [InlineData("-99999999999999999999999", null, "Number of people must be 1 or more")]
    [InlineData("2001", null, "Number of people must be 2,000 or less")]
    [InlineData("99999999999999999999999", null, "Number of people must be 2,000 or less")]
    public void ReadWholeNumber_Typed_IsReadOrRefused(string typed, int? read, string? message)
    {
        Assert.Equal(read, state.ReadWholeNumber("Key", typed, "Number of people", 1, 2000));
        Assert.Equal(message, Message);
    }

    [Theory]
    [InlineData("£16,875", 1_687_500L, null)]
    [InlineData("18029.50", 1_802_950L, null)]
    [InlineData("", null, "Enter the total cost")]
    [InlineData("lots", null, "Total cost must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("-1", null, "Total cost must be £0 or more")]
    [InlineData("1.005", null, "Total cost must be in pounds and pence, with no more than 2 decimal places")]
    public void ReadMoney_Typed_IsReadOrRefused(string typed, long? pence, string? message)
    {
        Assert.Equal(pence is { } known ? new Money(known) : null, state.ReadMoney("Key", typed, "Total cost"));
        Assert.Equal(message, Message);
    }

    [Fact]
    public void ReadMoneyAndNumber_OptionalAndEmpty_AreNull()
    {
        Assert.Null(state.ReadMoney("Key", null, "Total cost", optional: true));
        Assert.Null(state.ReadWholeNumber("Key", "", "Number of people", 0, 9, optional: true));
        Assert.True(state.IsValid);
    }
}
