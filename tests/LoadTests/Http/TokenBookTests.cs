using System.Net;
using System.Text;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.LoadTests.Http;

public sealed class TokenBookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_several_keys_on_this_machine_the_one_that_fits_fetches_a_token_for_each_role_once()
    {
        using var door = new Door("b");
        var book = new TokenBook("x", null, ["a", "b", "c"]);
        Assert.Equal("token", await book.GetAsync(door.Http, Role.Dispatcher, Cancellation));
        Assert.Equal("token", await book.GetAsync(door.Http, Role.Dispatcher, Cancellation));
        Assert.Equal(["a", "b"], door.Tried);
    }

    [Theory]
    [InlineData("POST /dev/token answered 404", "a")]
    [InlineData("No key of development sign-in was found")]
    public async Task Without_one_that_fits_it_says_what_to_do(string said, params string[] keys)
    {
        using var door = new Door("b");
        var fault = await Assert.ThrowsAsync<HttpRequestException>(
            () => new TokenBook("x", null, keys).GetAsync(door.Http, Role.Admin, Cancellation).AsTask());
        Assert.StartsWith(said, fault.Message, StringComparison.Ordinal);
        Assert.Contains(DevKeys.Variable, fault.Message, StringComparison.Ordinal);
        Assert.Contains(TokenBook.Variable, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_cannot_answer_is_not_asked_with_the_next_key()
    {
        using var door = new Door("b") { Failure = HttpStatusCode.ServiceUnavailable };
        await Assert.ThrowsAsync<HttpRequestException>(
            () => new TokenBook("x", null, ["a", "b"]).GetAsync(door.Http, Role.Admin, Cancellation).AsTask());
        Assert.Equal(["a"], door.Tried);
    }

    /// <summary>A gateway that issues tokens to whoever has its key.</summary>
    private sealed class Door(string key) : HttpMessageHandler
    {
        public HttpClient Http => field ??= new HttpClient(this, disposeHandler: false) { BaseAddress = new Uri("http://gateway") };

        public HttpStatusCode? Failure { get; init; }

        public List<string> Tried { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tried.Add(request.Headers.GetValues(DevKeys.Header).Single());
            return Task.FromResult(new HttpResponseMessage(Failure ?? (Tried[^1] == key ? HttpStatusCode.OK : HttpStatusCode.NotFound))
            {
                Content = new StringContent("""{"token": "token"}""", Encoding.UTF8, "application/json"),
            });
        }
    }
}
