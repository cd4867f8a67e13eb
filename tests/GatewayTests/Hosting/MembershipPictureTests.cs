using System.Globalization;
using System.Net;
using Tocsin.Hosting;

namespace Tocsin.Tests.GatewayTests.Hosting;

/// <summary>What a silo makes of a table of members that differs from what it believes.</summary>
public sealed class MembershipPictureTests
{
    private static readonly SiloAddress s_own = Silo(1);

    [Theory]
    [InlineData(4, "1,2", 4, "1,2", nameof(MembershipVerdict.Agrees))]
    [InlineData(5, "1,2,3", 4, "1,2", nameof(MembershipVerdict.Agrees))]
    [InlineData(2, "1", 4, "1,2", nameof(MembershipVerdict.WentBack))]
    [InlineData(2, "1,2", 4, "1,2", nameof(MembershipVerdict.WentBack))]
    [InlineData(4, "1,3", 4, "1,2", nameof(MembershipVerdict.WentBack))]
    [InlineData(2, "2", 4, "1,2", nameof(MembershipVerdict.WentBack))]
    [InlineData(5, "2,3", 4, "1,2", nameof(MembershipVerdict.NotAMember))]
    [InlineData(5, "", 4, "1", nameof(MembershipVerdict.NotAMember))]
    public void A_table_that_is_newer_is_right_and_one_that_is_not_and_differs_went_back(
        long table, string inTable, long view, string inView, string verdict) => Assert.Equal(
            Enum.Parse<MembershipVerdict>(verdict), MembershipPicture.Judge(Picture(table, inTable), Picture(view, inView), s_own));

    [Fact]
    public void Who_is_active_in_one_picture_only_is_counted() =>
        Assert.Equal(3, Picture(1, "1,2").DifferenceTo(Picture(2, "2,3,4")));

    private static MembershipPicture Picture(long version, string silos) =>
        new(version, silos.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(SiloOf).ToHashSet());

    private static SiloAddress SiloOf(string number) => Silo(int.Parse(number, CultureInfo.InvariantCulture));

    private static SiloAddress Silo(int number) => SiloAddress.New(IPAddress.Loopback, 11110 + number, number);
}
