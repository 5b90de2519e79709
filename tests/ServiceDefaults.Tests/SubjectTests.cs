using Platform.ServiceDefaults.Keeping;

namespace Platform.ServiceDefaults.Tests;

/// <summary>Nobody is given what is about somebody whose address is only like theirs.</summary>
public sealed class SubjectTests
{
    [Theory]
    [InlineData("ann@melton.example", true)]
    [InlineData("Email address: ANN@Melton.example, was a@x.example", true)]
    [InlineData("Ann\nann@melton.example\n1 High Street", true)]
    [InlineData("It is (ann@melton.example).", true)]
    [InlineData("joann@melton.example", false)]
    [InlineData("jo.ann@melton.example", false)]
    [InlineData("ann@melton.example.org", false)]
    [InlineData("ann@melton.examples", false)]
    [InlineData("joann@melton.example and ann@melton.example", true)]
    [InlineData("", false)]
    public void IsIn_AsAWholeAddress_Alone(string text, bool isIn) => Assert.Equal(isIn, new Subject("ann@melton.example", []).IsIn(text));
}
