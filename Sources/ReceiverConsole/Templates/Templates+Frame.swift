extension Templates {
    static let frame = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} – polar-receiver</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header><div>
        <strong>polar-receiver</strong>
        {{#is_inside}}
        <nav aria-label="Console"><ul>
        {{#sections}}
        <li><a href="{{path}}"{{#is_current}} aria-current="page"{{/is_current}}>{{title}}</a></li>
        {{/sections}}
        </ul></nav>
        {{/is_inside}}
        {{#has_session}}
        <form method="post" action="/sign-out"><input type="hidden" name="form_token" value="{{form_token}}">
        <button>Sign out</button></form>
        {{/has_session}}
        </div></header>
        <main id="main">
        <h1>{{title}}</h1>
        {{{main}}}
        </main>
        <footer>polar-receiver {{version}}. All times are UTC.</footer>
        </body>
        </html>

        """

    static let signIn = """
        <form class="sign-in" method="post" action="/sign-in">
        {{#problem}}<p class="note bad" role="alert">{{problem}}</p>{{/problem}}
        <input name="username" value="operator" autocomplete="username" hidden>
        <p>On the receiver's machine, <code>polar-receiver console</code> prints a link that signs in.</p>
        <label for="token">Token of this console</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
        <button class="first">Sign in</button>
        </form>

        """

    static let notice = """
        <p class="note{{#is_bad}} bad{{/is_bad}}" role="status">{{text}}</p>
        <p><a href="{{back}}">Back</a></p>

        """

    static let pager = """
        {{#has_pages}}
        <nav class="actions" aria-label="Pages">
        {{#is_later}}<a href="{{first}}">Newest</a>{{/is_later}}
        {{#next}}<a href="{{next}}">Older</a>{{/next}}
        </nav>
        {{/has_pages}}

        """
}
